package io.github.qbconnector.compatibility.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The mail server in a WAR of GreenMail's, with the user its descriptor knows. */
public record MailServer(int smtp, int pop3) {
  private static final String HOST = "127.0.0.1";
  private static final String USER = "user1";
  private static final String PASSWORD = "password";
  private static final String DESCRIPTOR = "WEB-INF/web.xml";
  private static final String TIMEOUT = "20000";

  /** The WAR with these ports, as its descriptor tells GreenMail. */
  public WebArchive of(WebArchive war) {
    try (InputStream published = war.get(DESCRIPTOR).getAsset().openStream()) {
      String descriptor = new String(published.readAllBytes(), UTF_8);
      return war.setWebXML(
          new StringAsset(
              withParameter(
                  withParameter(descriptor, "greenmail.smtp.port", smtp),
                  "greenmail.pop3.port",
                  pop3)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withParameter(String descriptor, String name, int value) {
    Pattern parameter =
        Pattern.compile("(<param-name>" + name + "</param-name>\\s*<param-value>)\\d+");
    Matcher found = parameter.matcher(descriptor);
    if (!found.find()) {
      throw new IllegalStateException("No " + name + " in " + descriptor);
    }
    return found.replaceFirst("$1" + value);
  }

  /** Sends a mail to its user. */
  public void deliver(String subject) {
    Session session = session();
    try {
      Message mail = new MimeMessage(session);
      mail.setFrom(new InternetAddress("ledger@localhost"));
      mail.setRecipient(Message.RecipientType.TO, new InternetAddress(USER + "@localhost"));
      mail.setSubject(subject);
      mail.setText("Paid.");
      Transport.send(mail);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What its user has got. */
  public List<String> subjects() {
    try (Store store = session().getStore("pop3")) {
      store.connect(HOST, pop3, USER, PASSWORD);
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        List<String> subjects = new ArrayList<>();
        for (Message mail : inbox.getMessages()) {
          subjects.add(mail.getSubject());
        }
        return subjects;
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Session session() {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", HOST);
    properties.put("mail.smtp.port", Integer.toString(smtp));
    for (String protocol : List.of("smtp", "pop3")) {
      properties.put("mail." + protocol + ".connectiontimeout", TIMEOUT);
      properties.put("mail." + protocol + ".timeout", TIMEOUT);
    }
    return Session.getInstance(properties);
  }
}
