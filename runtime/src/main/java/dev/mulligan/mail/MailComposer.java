package dev.mulligan.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Composes a MIME message: headers by RFC 5322 and 2047, the body by {@link MailBody}. */
final class MailComposer {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private MailComposer() {}

  static MimeMessage compose(Mail mail, Session session) throws MessagingException {
    MailBody body = MailBody.of(mail);
    Composed message = new Composed(session, body.ascii());
    message.setHeader("MIME-Version", "1.0");
    message.setHeader("Message-ID", "<" + mail.id() + "@" + domain(mail.from()) + ">");
    message.setSentDate(Date.from(mail.date()));
    message.setFrom(named(mail.from(), mail.senderName()));
    message.setRecipients(RecipientType.TO, addresses(List.of(mail.to())));
    message.setRecipients(RecipientType.CC, addresses(mail.cc()));
    message.setRecipients(RecipientType.BCC, addresses(mail.bcc()));
    if (!mail.replyTo().isEmpty()) {
      message.setReplyTo(addresses(mail.replyTo()));
    }
    message.setSubject(mail.subject(), UTF_8);
    for (Map.Entry<String, String> header : mail.headers().entrySet()) {
      message.setHeader(header.getKey(), header.getValue());
    }
    body.headers().forEach(message::put);
    return message;
  }

  private static InternetAddress named(String address, String name) throws MessagingException {
    try {
      return new InternetAddress(address, name, UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java platform has UTF-8", e);
    }
  }

  private static InternetAddress[] addresses(List<String> written) throws MessagingException {
    InternetAddress[] addresses = new InternetAddress[written.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = new InternetAddress(written.get(i));
    }
    return addresses;
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /**
   * A message whose body is already encoded. The mail library's own way would look for content
   * handlers in files of the class path ({@code META-INF/mailcap}), which it reads through the
   * JDK's cache of open jars.
   */
  private static final class Composed extends MimeMessage {

    Composed(Session session, String body) {
      super(session);
      content = body.getBytes(StandardCharsets.US_ASCII);
      modified = false;
      saved = true;
    }

    void put(String header, String value) {
      try {
        setHeader(header, value);
      } catch (MessagingException e) {
        throw new IllegalStateException("the message accepts every header", e);
      }
    }

    @Override
    protected void updateHeaders() {
      // All headers are set already.
    }
  }
}
