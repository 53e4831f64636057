package dev.mulligan.notify.channel.incident;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A channel to a PagerDuty service, by its Events API v2: {@code
 * pagerduty://routingkey[@apikey][/source[/component]]?group=…&class=…&click=…&severity=…&region=eu&+detail=…}
 * (developer.pagerduty.com/docs/events-api-v2-overview). The API key in Apprise's URLs is not
 * needed for events.
 */
public final class PagerDutyChannel extends HttpChannel {

  private static final int ACCEPTED = 202;

  /** The wait that PagerDuty recommends if a response contains none. */
  private static final Duration WAIT = Duration.ofSeconds(30);

  private final String url;
  private final String routingKey;
  private final PagerDutyPlace place;

  private PagerDutyChannel(
      ChannelIdentity identity, String url, String routingKey, PagerDutyPlace place) {
    super(identity);
    this.url = url;
    this.routingKey = routingKey;
    this.place = place;
  }

  /**
   * @throws ChannelUrlException when the URL names no routing key, or something unknown
   */
  public static PagerDutyChannel of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("group", "class", "click", "severity", "region"));
    Arguments.requireNoFieldsOrParameters(url);
    String routingKey = url.user().orElse(url.host()).strip();
    if (routingKey.isEmpty() || url.pathParts().size() > 2) {
      throw new ChannelUrlException(
          "a pagerduty:// URL is pagerduty://routingkey[/source[/component]] with the integration"
              + " key of a service's Events API v2 integration");
    }
    return new PagerDutyChannel(
        ChannelIdentity.of(url, List.of(routingKey, url.host())),
        "https://" + host(url) + "/v2/enqueue",
        routingKey,
        PagerDutyPlace.of(url));
  }

  @Override
  public boolean keepsIncidents() {
    return true;
  }

  @Override
  public HttpRequest request(Message message) {
    return HttpRequest.json(url, PagerDutyEvent.of(message, routingKey, place).toString());
  }

  @Override
  public DeliveryOutcome judge(HttpAnswer answer) {
    if (answer.isSuccessful() && answer.status() != ACCEPTED) {
      return new DeliveryOutcome.ChannelFailed(
          "PagerDuty did not answer 202: " + HttpVerdict.describe(answer));
    }
    return HttpVerdict.of(answer, answer.retryAfter().or(() -> Optional.of(WAIT)));
  }

  private static String host(ChannelUrl url) {
    return switch (url.arguments().getOrDefault("region", "us").toLowerCase(Locale.ROOT)) {
      case "us" -> "events.pagerduty.com";
      case "eu" -> "events.eu.pagerduty.com";
      default ->
          throw new ChannelUrlException(
              "the pagerduty:// URL's argument 'region' must be us or eu");
    };
  }
}
