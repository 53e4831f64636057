package dev.mulligan.mail;

import dev.mulligan.firstuse.FirstUse;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The notifier's mail client. Creates nothing, and loads no class of the mail library, before the
 * first message.
 */
public final class NotifierMail implements MailTransport, AutoCloseable {

  private volatile MailSettings settings;

  // Guarded by this.
  private @Nullable SmtpSender sender;
  private boolean isClosed;

  /**
   * @param settings the time-outs and the trusted certificates; mail servers are reached without a
   *     proxy
   */
  public NotifierMail(MailSettings settings) {
    this.settings = settings;
  }

  /** Uses other settings from the next message on. */
  public void use(MailSettings newSettings) {
    settings = newSettings;
  }

  @Override
  public MailAnswer send(Mail mail, MailServer server) throws IOException {
    try {
      MailAnswer answer = sender().send(mail, server, settings);
      FirstUse.over();
      return answer;
    } catch (LinkageError e) {
      return new MailAnswer(
          MailAnswer.NONE,
          "this Java runtime lacks what mail needs (modules java.logging and java.desktop): " + e);
    }
  }

  /**
   * Uses once everything that this message needs, without sending it.
   *
   * @throws IOException if the settings cannot be used
   */
  public void rehearse(Mail mail, MailServer server) throws IOException {
    boolean verifies = server.options().verifiesCertificates();
    MailTls tls = MailTls.of(settings, verifies);
    MailServer plain =
        new MailServer(
            "rehearsal.invalid",
            server.port(),
            MailSecurity.NONE,
            Optional.empty(),
            server.options());
    try (Socket socket = new RehearsedMailSocket()) {
      MailAnswer unused = new SmtpConversation(plain, tls).deliver(mail, socket);
    }
    SmtpSender unused = sender();
  }

  /** Ends the running conversations and leaves no thread and no connection behind. */
  @Override
  public synchronized void close() {
    isClosed = true;
    if (sender != null) {
      sender.close();
    }
  }

  private synchronized SmtpSender sender() throws IOException {
    if (isClosed) {
      throw new IOException("the notifier is closed");
    }
    if (sender == null) {
      sender = new SmtpSender();
    }
    return sender;
  }
}
