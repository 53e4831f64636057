package dev.mulligan.mail;

import dev.mulligan.text.HumanDuration;
import dev.mulligan.thread.Deadlines;
import dev.mulligan.tls.rehearsal.MemorySocket;
import dev.mulligan.tls.rehearsal.Peer;
import dev.mulligan.tls.rehearsal.TlsPeer;
import dev.mulligan.tls.rehearsal.TlsRehearsal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;

/** Sends messages to mail servers, one conversation for each, with a time limit. */
final class SmtpSender implements AutoCloseable {

  /** The time limit of a conversation in replies: a message takes several. */
  private static final int ANSWERS = 4;

  private static final Duration REHEARSAL = Duration.ofSeconds(5);

  private final Deadlines deadlines = new Deadlines();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  MailAnswer send(Mail mail, MailServer server, MailSettings settings) throws IOException {
    Duration answerTime = server.options().readTimeout().orElse(settings.readTimeout());
    Duration limit = answerTime.multipliedBy(ANSWERS);
    MailTls tls = MailTls.of(settings, server.options().verifiesCertificates());
    return send(mail, server, tls, MailSocket.connect(server, settings), limit);
  }

  private MailAnswer send(Mail mail, MailServer server, MailTls tls, Socket socket, Duration limit)
      throws IOException {
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

  void rehearseConnection(MailServer unreachable, MailSettings settings) throws IOException {
    try {
      MailSocket.connect(unreachable, settings).close();
    } catch (ConnectException | NoRouteToHostException expected) {
      // Nothing leaves this machine.
    }
  }

  /**
   * Sends the message to servers in memory.
   *
   * @param usual for connections without TLS, which do not use it
   * @throws IOException if that fails
   */
  void rehearse(Mail mail, MailServer inMemory, MailTls usual) throws IOException {
    if (inMemory.security() == MailSecurity.NONE) {
      rehearse(mail, inMemory, usual, RehearsedMailServer.plain());
      return;
    }
    TlsRehearsal made = TlsRehearsal.make();
    MailTls tls = new MailTls(made.client(), usual.verifies());
    for (SSLEngine engine : made.servers()) {
      Peer server =
          inMemory.security() == MailSecurity.TLS
              ? new TlsPeer(engine, RehearsedMailServer.plain())
              : RehearsedMailServer.withStarttls(engine);
      rehearse(mail, inMemory, tls, server);
    }
  }

  private void rehearse(Mail mail, MailServer server, MailTls tls, Peer peer) throws IOException {
    MailAnswer answer = send(mail, server, tls, MemorySocket.connectedTo(peer), REHEARSAL);
    if (!answer.isTaken()) {
      throw new IOException("not accepted in memory: " + answer.words());
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
