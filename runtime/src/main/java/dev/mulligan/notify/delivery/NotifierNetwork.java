package dev.mulligan.notify.delivery;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpSettings;
import dev.mulligan.http.NotifierHttp;
import dev.mulligan.mail.MailAnswer;
import dev.mulligan.mail.MailSettings;
import dev.mulligan.mail.NotifierMail;
import dev.mulligan.notify.channel.Network;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The HTTP and mail clients of the notifier, with its current settings. */
final class NotifierNetwork {

  private static final int ACCEPTED = 200;
  private static final int MAIL_ACCEPTED = 250;

  private final NotifierHttp http;
  private final NotifierMail mail;
  private final Network network;

  NotifierNetwork(HttpSettings settings) {
    http = new NotifierHttp(settings);
    mail = new NotifierMail(MailSettings.of(settings));
    network = new Network(http, mail);
  }

  private NotifierNetwork(NotifierHttp http, NotifierMail mail, Network network) {
    this.http = http;
    this.mail = mail;
    this.network = network;
  }

  Network network() {
    return network;
  }

  /**
   * Returns a network that sends nothing: it uses this one's clients as a request would, and says
   * that the receiver accepted.
   *
   * @param failures receives what the clients could not do
   */
  NotifierNetwork rehearsal(HttpSettings settings, Consumer<Throwable> failures) {
    NotifierHttp ending = new NotifierHttp(settings);
    AtomicInteger requests = new AtomicInteger();
    return new NotifierNetwork(
        ending,
        new NotifierMail(MailSettings.of(settings)),
        new Network(
            request -> {
              failAtFirst(requests.getAndIncrement());
              attempt(() -> http.rehearse(request), failures);
              attempt(() -> ending.rehearse(request), failures); // one that is closed afterwards
              return new HttpAnswer(ACCEPTED, "ok", Map.of());
            },
            (message, server) -> {
              attempt(() -> mail.rehearse(message, server), failures);
              return new MailAnswer(MAIL_ACCEPTED, "ok");
            }));
  }

  /** The first attempts fail, as they would with a closed connection and without files. */
  private static void failAtFirst(int request) throws IOException {
    if (request == 0) {
      throw new IOException("rehearsal: unexpected end of stream");
    }
    if (request == 1) {
      throw new IOException("rehearsal: Too many open files");
    }
  }

  private interface Use {
    void run() throws IOException;
  }

  private static void attempt(Use use, Consumer<Throwable> failures) {
    try {
      use.run();
    } catch (IOException | RuntimeException | Error e) {
      failures.accept(e);
    }
  }

  void use(HttpSettings settings) {
    http.use(settings);
    mail.use(MailSettings.of(settings));
  }

  /** Cancels all running requests. */
  void close() {
    http.close();
    mail.close();
  }
}
