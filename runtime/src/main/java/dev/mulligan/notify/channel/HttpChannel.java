package dev.mulligan.notify.channel;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.http.HttpTransport;
import java.io.IOException;

/** A channel whose message is one HTTP request. */
interface HttpChannel extends Channel {

  HttpRequest request(Message message);

  default Outcome judge(HttpAnswer answer) {
    return HttpVerdict.of(answer);
  }

  @Override
  default Outcome send(Message message, HttpTransport http) throws IOException {
    return judge(http.send(request(message)));
  }
}
