package dev.mulligan.notify.delivery;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.mail.Mail;
import dev.mulligan.mail.MailAnswer;
import dev.mulligan.mail.MailServer;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.text.Texts;
import java.io.IOException;

/** Records the receiver's last response, to show it to a person who tests a channel. */
final class AnswerRecorder {

  private static final int BODY_SHOWN = 200;
  private static final String NOTHING_MORE = "accepted";

  private final Network network;
  private volatile String words = NOTHING_MORE;

  AnswerRecorder(Network network) {
    this.network = network;
  }

  /** Returns the same network, with its responses recorded. */
  Network network() {
    return new Network(this::send, this::send);
  }

  /** Returns the last response on one line; {@code accepted} if there is none. */
  String words() {
    return words;
  }

  private HttpAnswer send(HttpRequest request) throws IOException {
    HttpAnswer answer = network.http().send(request);
    String body = oneLine(answer.body());
    String status = "HTTP " + answer.status();
    words = body.isEmpty() ? status : status + ": " + body;
    return answer;
  }

  private MailAnswer send(Mail mail, MailServer server) throws IOException {
    MailAnswer answer = network.mail().send(mail, server);
    words = oneLine(answer.words());
    return answer;
  }

  private static String oneLine(String text) {
    return Texts.cut(Texts.clean(text).replaceAll("\\s+", " ").strip(), BODY_SHOWN);
  }
}
