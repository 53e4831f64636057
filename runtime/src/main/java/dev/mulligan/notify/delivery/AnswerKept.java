package dev.mulligan.notify.delivery;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.http.HttpTransport;
import dev.mulligan.text.Texts;
import java.io.IOException;

/** Keeps the receiver's last answer, for a person who asks how a channel fares. */
final class AnswerKept implements HttpTransport {

  private static final int BODY_SHOWN = 200;
  private static final String NOTHING_MORE = "accepted";

  private final HttpTransport http;
  private volatile String words = NOTHING_MORE;

  AnswerKept(HttpTransport http) {
    this.http = http;
  }

  @Override
  public HttpAnswer send(HttpRequest request) throws IOException {
    HttpAnswer answer = http.send(request);
    String body = Texts.clean(answer.body()).replaceAll("\\s+", " ").strip();
    String status = "HTTP " + answer.status();
    words = body.isEmpty() ? status : status + ": " + Texts.cut(body, BODY_SHOWN);
    return answer;
  }

  /** Status and the body's beginning on one line; {@code accepted} where there was no HTTP. */
  String words() {
    return words;
  }
}
