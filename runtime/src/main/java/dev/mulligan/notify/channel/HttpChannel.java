package dev.mulligan.notify.channel;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.content.Message;
import java.io.IOException;

/** A channel whose message is one HTTP request. */
abstract class HttpChannel extends IdentifiedChannel {

  HttpChannel(ChannelIdentity identity) {
    super(identity);
  }

  @Override
  public final DeliveryOutcome send(Message message, Network network) throws IOException {
    return judge(network.http().send(request(message).with(identity().options())));
  }

  /** What goes to the receiver; the channel's time-outs are added. */
  abstract HttpRequest request(Message message);

  /** What the answer means: the status, unless the vendor has words of its own. */
  DeliveryOutcome judge(HttpAnswer answer) {
    return HttpVerdict.of(answer);
  }
}
