package dev.mulligan.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Sends one message by SMTP (RFC 5321), with Angus Mail. */
final class SmtpConversation {

  private final MailServer server;
  private final MailTls tls;

  SmtpConversation(MailServer server, MailTls tls) {
    this.server = server;
    this.tls = tls;
  }

  /**
   * @param socket connected; the caller closes it
   * @throws IOException if the connection fails
   */
  MailAnswer deliver(Mail mail, Socket socket) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // The library loads its own parts through the context class loader; the application's has none
    // of them, or other versions.
    thread.setContextClassLoader(SmtpConversation.class.getClassLoader());
    try {
      return converse(mail, socket);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private MailAnswer converse(Mail mail, Socket socket) throws IOException {
    Session session = Session.getInstance(properties());
    SMTPTransport transport = new SMTPTransport(session, address());
    try {
      MimeMessage message = MailComposer.compose(mail, session);
      transport.connect(socket);
      transport.sendMessage(message, message.getAllRecipients());
      return new MailAnswer(
          transport.getLastReturnCode(), String.valueOf(transport.getLastServerResponse()));
    } catch (MessagingException e) {
      return SmtpFailure.toAnswer(e, transport);
    } finally {
      end(transport);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    boolean isStartTls = server.security() == MailSecurity.STARTTLS;
    properties.put("mail.smtp.auth", String.valueOf(server.login().isPresent()));
    properties.put("mail.smtp.starttls.enable", String.valueOf(isStartTls));
    properties.put("mail.smtp.starttls.required", String.valueOf(isStartTls));
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.ssl.socketFactory", tls.sockets());
    properties.put("mail.smtp.ssl.checkserveridentity", String.valueOf(tls.verifies()));
    return properties;
  }

  private URLName address() {
    String user = server.login().map(MailServer.Login::user).orElse(null);
    String password = server.login().map(MailServer.Login::password).orElse(null);
    return new URLName("smtp", server.host(), server.port(), null, user, password);
  }

  private static void end(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // The server has accepted or refused the message already.
    }
  }
}
