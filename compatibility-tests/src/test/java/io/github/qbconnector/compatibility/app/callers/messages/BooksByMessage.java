package io.github.qbconnector.compatibility.app.callers.messages;

import io.github.qbconnector.compatibility.app.callers.Answers;
import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Receives and works in one transaction: what is rolled back comes again. */
@JMSDestinationDefinition(
    name = BooksByMessage.QUEUE,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "books")
@MessageDriven(
    name = "BooksByMessage",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = BooksByMessage.QUEUE),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
public class BooksByMessage implements MessageListener {
  /** Where its messages are sent. */
  public static final String QUEUE = "java:app/jms/books";

  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;
  @Inject private Answers answers;

  @Override
  public void onMessage(Message message) {
    Errand errand = errand(message);
    if (answers.tellKept(errand)) {
      return;
    }
    try {
      answers.tell(errand, errand.run(quickBooks, database));
    } catch (RuntimeException e) {
      answers.keep(errand, e);
      throw e;
    }
  }

  static Errand errand(Message message) {
    try {
      return Errand.parse(message.getBody(String.class));
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
}
