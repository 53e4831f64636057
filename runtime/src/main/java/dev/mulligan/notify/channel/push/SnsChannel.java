package dev.mulligan.notify.channel.push;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.http.HttpTransport;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.IdentifiedChannel;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A channel to Amazon's Simple Notification Service
 * (docs.aws.amazon.com/sns/latest/api/API_Publish.html): {@code
 * sns://access-key/secret-key/region/+15551234567[/#topic/arn:aws:sns:…]}. CreateTopic converts a
 * topic's name to its ARN; for an existing topic it returns that one's.
 */
public final class SnsChannel extends IdentifiedChannel {

  private static final String ARN_BEGIN = "<TopicArn>";
  private static final String ARN_END = "</TopicArn>";

  private final AwsSignature signature;
  private final SnsTarget target;
  private final Clock clock;

  private SnsChannel(
      ChannelIdentity identity, AwsSignature signature, SnsTarget target, Clock clock) {
    super(identity);
    this.signature = signature;
    this.target = target;
    this.clock = clock;
  }

  /**
   * Creates one channel for each target.
   *
   * @throws ChannelUrlException if the URL has no keys, region or targets
   */
  public static List<Channel> of(ChannelUrl url) {
    return of(url, Clock.systemUTC());
  }

  static List<Channel> of(ChannelUrl url, Clock clock) {
    Arguments.requireKnown(url, List.of("to", "access", "secret", "region"));
    Arguments.requireNoPrefixed(url);
    SnsUrl parts = SnsUrl.of(url);
    AwsSignature signature =
        new AwsSignature(parts.accessKey(), parts.secretKey(), parts.region(), "sns");
    ChannelIdentity whole = ChannelIdentity.of(url, List.of(parts.accessKey(), parts.secretKey()));
    List<Channel> channels = new ArrayList<>();
    for (String target : parts.targets()) {
      channels.add(new SnsChannel(whole.at(target), signature, SnsTarget.of(target), clock));
    }
    return channels;
  }

  @Override
  public DeliveryOutcome send(Message message, Network network) throws IOException {
    HttpTransport http = network.http();
    Map<String, String> publish = new LinkedHashMap<>(target.publish(message));
    if (target.isTopicsName()) {
      HttpAnswer created = call(http, Map.of("Action", "CreateTopic", "Name", target.address()));
      int begin = created.body().indexOf(ARN_BEGIN);
      int end = created.body().indexOf(ARN_END);
      if (!created.isSuccessful() || begin < 0 || end < begin) {
        DeliveryOutcome outcome = HttpVerdict.of(created);
        return outcome instanceof DeliveryOutcome.Delivered
            ? new DeliveryOutcome.ChannelFailed("SNS returned no ARN for the topic")
            : outcome.ofChannel();
      }
      publish.put("TopicArn", created.body().substring(begin + ARN_BEGIN.length(), end).strip());
    }
    return HttpVerdict.of(call(http, publish));
  }

  private HttpAnswer call(HttpTransport http, Map<String, String> action) throws IOException {
    Map<String, String> form = new LinkedHashMap<>(action);
    form.put("Version", "2010-03-31");
    HttpRequest request =
        HttpRequest.form("https://sns." + signature.region() + ".amazonaws.com/", form);
    return http.send(signature.sign(request, clock.instant()).with(identity().options()));
  }
}
