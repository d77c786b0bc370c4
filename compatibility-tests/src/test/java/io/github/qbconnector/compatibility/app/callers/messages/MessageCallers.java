package io.github.qbconnector.compatibility.app.callers.messages;

import io.github.qbconnector.compatibility.app.callers.Answers;
import io.github.qbconnector.compatibility.app.callers.Caller;
import io.github.qbconnector.compatibility.app.callers.Errand;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;

/** Sends errands as messages. */
@ApplicationScoped
public class MessageCallers {
  @Inject private Answers answers;

  @SuppressWarnings("NullAway.Init") // the container sees to it
  @Resource
  private ConnectionFactory connections;

  @SuppressWarnings("NullAway.Init") // the container sees to it
  @Resource(lookup = BooksByMessage.QUEUE)
  private Queue books;

  @SuppressWarnings("NullAway.Init") // the container sees to it
  @Resource(lookup = BooksByMessageInOwnTransaction.QUEUE)
  private Queue ownBooks;

  @Produces
  @Named("container-managed")
  Caller containerManaged() {
    return errand -> answers.after(() -> send(errand, books), errand);
  }

  @Produces
  @Named("bean-managed")
  Caller beanManaged() {
    return errand -> answers.after(() -> send(errand, ownBooks), errand);
  }

  private void send(Errand errand, Queue queue) {
    try (JMSContext context = connections.createContext()) {
      context.createProducer().send(queue, errand.text());
    }
  }
}
