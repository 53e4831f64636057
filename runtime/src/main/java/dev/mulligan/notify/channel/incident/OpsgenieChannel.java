package dev.mulligan.notify.channel.incident;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.ChannelTargets;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.PriorityScale;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.PercentEncoding;
import dev.mulligan.notify.content.Message;
import java.util.List;
import java.util.Locale;

/**
 * A channel to Opsgenie (docs.opsgenie.com/docs/alert-api) and its successor, the operations of
 * Jira Service Management, whose integration events are the same
 * (developer.atlassian.com/cloud/jira/service-desk-ops/rest/v1/api-group-integration-events):
 * {@code opsgenie://key[/#team/@user/*schedule/^escalation…]} and {@code jira://…}.
 *
 * <p>One alert has all responders: a second request with the same alias would count as a repeat,
 * and would not reach its responders.
 */
public final class OpsgenieChannel extends HttpChannel {

  private static final List<String> ARGUMENTS =
      List.of("region", "priority", "entity", "alias", "tags", "to");

  private static final PriorityScale PRIORITIES =
      new PriorityScale(
          List.of(
              List.of("P1", "p1", "1", "emergency", "critical"),
              List.of("P2", "p2", "2", "high"),
              List.of("P3", "p3", "3", "normal", "moderate"),
              List.of("P4", "p4", "4", "low"),
              List.of("P5", "p5", "5", "info")),
          "P1",
          "P2",
          "P3",
          "P5");

  private final String address;
  private final String key;
  private final OpsgenieBody body;
  private final String alias;

  private OpsgenieChannel(
      ChannelIdentity identity, String address, String key, OpsgenieBody body, String alias) {
    super(identity);
    this.address = address;
    this.key = key;
    this.body = body;
    this.alias = alias;
  }

  /**
   * @throws ChannelUrlException if the URL has no key, or is invalid
   */
  public static OpsgenieChannel of(ChannelUrl url) {
    Arguments.requireKnown(url, ARGUMENTS);
    Arguments.requirePrefixed(url, "+");
    if (url.host().isEmpty()) {
      throw new ChannelUrlException(
          "the " + url.scheme() + ":// URL names no API key; it is " + url.example());
    }
    List<String> responders = ChannelTargets.of(url, url.pathParts(), "to");
    OpsgenieBody body =
        new OpsgenieBody(
            OpsgenieResponder.all(url.scheme(), responders),
            PRIORITIES.chosenBy(url, "priority"),
            url.argument("entity"),
            ChannelTargets.of(url, List.of(), "tags"),
            url.headers(),
            url.user().orElse(""));
    ChannelIdentity identity = ChannelIdentity.of(url, List.of(url.host()));
    return new OpsgenieChannel(
        responders.isEmpty() ? identity : identity.at(String.join("/", responders)),
        addressOf(url),
        url.host(),
        body,
        url.argument("alias"));
  }

  @Override
  public boolean keepsIncidents() {
    return true;
  }

  @Override
  public HttpRequest request(Message message) {
    Notification notification = message.notification();
    String incident = alias.isEmpty() ? notification.fingerprint() : alias;
    HttpRequest request =
        notification.isResolved()
            ? HttpRequest.json(
                address + "/" + PercentEncoding.encode(incident) + "/close?identifierType=alias",
                body.closing(message).toString())
            : HttpRequest.json(address, body.opening(message, incident).toString());
    return request.with("Authorization", "GenieKey " + key);
  }

  private static String addressOf(ChannelUrl url) {
    String region = url.argument("region").toLowerCase(Locale.ROOT);
    if (!region.isEmpty() && !region.equals("us") && !region.equals("eu")) {
      throw new ChannelUrlException("the " + url.scheme() + ":// URL's region must be us or eu");
    }
    if (url.scheme().equals("jira")) {
      return "https://api.atlassian.com/jsm/ops/integration/v2/alerts";
    }
    return "https://api." + (region.equals("eu") ? "eu." : "") + "opsgenie.com/v2/alerts";
  }
}
