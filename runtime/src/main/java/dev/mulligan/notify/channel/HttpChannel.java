package dev.mulligan.notify.channel;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.http.HttpTransport;
import dev.mulligan.notify.content.Message;
import java.io.IOException;

/** A channel whose message is one HTTP request. */
abstract class HttpChannel implements Channel {

  private final ChannelIdentity identity;

  HttpChannel(ChannelIdentity identity) {
    this.identity = identity;
  }

  @Override
  public final String maskedUrl() {
    return identity.masked();
  }

  @Override
  public final String hideSecrets(String text) {
    return identity.secrets().hide(text);
  }

  @Override
  public final Outcome send(Message message, HttpTransport http) throws IOException {
    return judge(http.send(request(message).with(identity.options())));
  }

  /** What goes to the receiver; the channel's time-outs are added. */
  abstract HttpRequest request(Message message);

  /** What the answer means: the status, unless the vendor has words of its own. */
  Outcome judge(HttpAnswer answer) {
    return HttpVerdict.of(answer);
  }
}
