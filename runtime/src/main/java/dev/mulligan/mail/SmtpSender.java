package dev.mulligan.mail;

import dev.mulligan.text.HumanDuration;
import dev.mulligan.thread.Deadlines;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends messages to mail servers, one conversation for each, with a time limit. */
final class SmtpSender implements AutoCloseable {

  /** The time limit of a conversation in replies: a message takes several. */
  private static final int ANSWERS = 4;

  private final Deadlines deadlines = new Deadlines();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  MailAnswer send(Mail mail, MailServer server, MailSettings settings) throws IOException {
    Duration answerTime = server.options().readTimeout().orElse(settings.readTimeout());
    Duration limit = answerTime.multipliedBy(ANSWERS);
    MailTls tls = MailTls.of(settings, server.options().verifiesCertificates());
    Socket socket = MailSocket.connect(server, settings);
    open.add(socket);
    Deadlines.Deadline deadline = deadlines.after(limit, () -> closeNow(socket));
    try (deadline;
        socket) {
      Socket conversation =
          server.security() == MailSecurity.TLS ? tls.over(socket, server) : socket;
      return new SmtpConversation(server, tls).deliver(mail, conversation);
    } catch (IOException e) {
      if (deadline.hasPassed()) {
        throw new InterruptedIOException("not accepted within " + HumanDuration.of(limit));
      }
      throw e;
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    deadlines.close();
    open.forEach(SmtpSender::closeNow);
  }

  private static void closeNow(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The socket is not used any more in either case.
    }
  }
}
