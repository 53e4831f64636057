package dev.mulligan.notify.channel;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.content.Message;
import java.io.IOException;

/** A channel whose message is one HTTP request. */
public abstract class HttpChannel extends IdentifiedChannel {

  public HttpChannel(ChannelIdentity identity) {
    super(identity);
  }

  @Override
  public final DeliveryOutcome send(Message message, Network network) throws IOException {
    return judge(network.http().send(request(message).with(identity().options())));
  }

  /** What goes to the receiver; the channel's time-outs are added. */
  public abstract HttpRequest request(Message message);

  /** What the answer means: the status, unless the vendor has words of its own. */
  public DeliveryOutcome judge(HttpAnswer answer) {
    return HttpVerdict.of(answer);
  }
}
