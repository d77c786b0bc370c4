package io.github.qbconnector.impl.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the connector tells operators, while a test listens. */
public final class LoggedMessages implements AutoCloseable {
  private final Logger logger = Logger.getLogger("io.github.qbconnector");
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final SimpleFormatter formatter = new SimpleFormatter();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          messages.add(formatter.formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public LoggedMessages() {
    logger.addHandler(handler);
  }

  /** All messages. */
  public List<String> all() {
    return List.copyOf(messages);
  }

  /** All messages with this number. */
  public List<String> numbered(String code) {
    return messages.stream().filter(m -> m.startsWith(code)).toList();
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }
}
