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

  /** Builds the request; the channel's time-outs are added later. */
  public abstract HttpRequest request(Message message);

  /** Interprets the response: by its status, unless the vendor has its own protocol. */
  public DeliveryOutcome judge(HttpAnswer answer) {
    return HttpVerdict.of(answer);
  }
}
