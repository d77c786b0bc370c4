package io.github.qbconnector.compatibility.app.callers.messages;

import io.github.qbconnector.compatibility.app.callers.Answers;
import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.callers.OwnTransaction;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Receives first, and works in a transaction of its own. */
@JMSDestinationDefinition(
    name = BooksByMessageInOwnTransaction.QUEUE,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "own-books")
@MessageDriven(
    name = "BooksByMessageInOwnTransaction",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = BooksByMessageInOwnTransaction.QUEUE),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@TransactionManagement(TransactionManagementType.BEAN)
public class BooksByMessageInOwnTransaction implements MessageListener {
  /** Where its messages are sent. */
  public static final String QUEUE = "java:app/jms/own-books";

  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;
  @Inject private OwnTransaction transaction;
  @Inject private Answers answers;

  @Override
  public void onMessage(Message message) {
    Errand errand = BooksByMessage.errand(message);
    answers.tellAtOnce(errand, () -> transaction.around(e -> e.run(quickBooks, database), errand));
  }
}
