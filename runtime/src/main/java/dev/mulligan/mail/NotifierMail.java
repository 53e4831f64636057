package dev.mulligan.mail;

import dev.mulligan.firstuse.FirstUse;
import dev.mulligan.tls.rehearsal.SelfConnection;
import dev.mulligan.tls.rehearsal.TlsRehearsal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The notifier's mail client. Creates nothing, and loads no class of the mail library, before the
 * first message.
 */
public final class NotifierMail implements MailTransport, AutoCloseable {

  /** Nobody can listen there. */
  private static final int NO_PORT = 0;

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
    MailTls usual = MailTls.of(settings, server.options().verifiesCertificates());
    SelfConnection.use();
    SmtpSender current = sender();
    current.rehearseConnection(at("127.0.0.1", NO_PORT, server), settings);
    current.rehearse(mail, at(TlsRehearsal.HOST, server.port(), server), usual);
  }

  private static MailServer at(String host, int port, MailServer like) {
    return new MailServer(
        host,
        port,
        like.security(),
        like.login().map(any -> new MailServer.Login("rehearsal", "rehearsal")),
        like.options());
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
