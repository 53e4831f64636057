package dev.mulligan.notify.channel.incident;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.Priority;
import dev.mulligan.notify.channel.PriorityScale;
import dev.mulligan.notify.channel.VendorJson;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.PercentEncoding;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.util.List;
import java.util.Optional;

/**
 * A channel to Splunk On-Call, formerly VictorOps, by its generic REST endpoint
 * (help.victorops.com/knowledge-base/rest-endpoint-integration-guide): {@code
 * splunk://route@key[/entity]}, {@code victorops://…} or its native {@code
 * https://alert.victorops.com/integrations/generic/20131114/alert/key/route}.
 */
public final class SplunkChannel extends HttpChannel {

  private static final String ENDPOINT =
      "https://alert.victorops.com/integrations/generic/20131114/alert/";

  /** The limit that Alertmanager uses (notify/victorops). */
  private static final TextLimit STATE_MESSAGE = TextLimit.codePoints(20_480);

  private static final TextLimit NAME = TextLimit.codePoints(512);

  private static final PriorityScale MESSAGE_TYPES =
      new PriorityScale(
          List.of(
              List.of("CRITICAL", "critical"),
              List.of("WARNING", "warning"),
              List.of("INFO", "info")),
          "CRITICAL",
          "CRITICAL",
          "WARNING",
          "INFO");

  private final String url;
  private final String entity;
  private final Priority messageType;

  private SplunkChannel(ChannelIdentity identity, String url, String entity, Priority messageType) {
    super(identity);
    this.url = url;
    this.entity = entity;
    this.messageType = messageType;
  }

  /**
   * @throws ChannelUrlException if the URL has no route or no key
   */
  public static SplunkChannel of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("route", "routing_key", "apikey", "entity_id", "action"));
    Arguments.requireNoPrefixed(url);
    String route = url.firstOf("route", "routing_key").orElse(url.user().orElse(""));
    String key = url.firstOf("apikey").orElse(url.host());
    if (route.isEmpty() || key.isEmpty()) {
      throw new ChannelUrlException("a " + url.scheme() + ":// URL is " + url.example());
    }
    return new SplunkChannel(
        ChannelIdentity.of(url, List.of(route, key)),
        ENDPOINT + PercentEncoding.encode(key) + "/" + PercentEncoding.encode(route),
        url.firstOf("entity_id").orElse(String.join("/", url.pathParts())),
        MESSAGE_TYPES.chosenBy(url, "action"));
  }

  /**
   * @param url of alert.victorops.com
   * @throws ChannelUrlException if it is not a REST endpoint with key and route
   */
  public static SplunkChannel ofNative(ChannelUrl url) {
    List<String> parts = url.pathParts();
    int key = parts.indexOf("alert") + 1;
    if (key == 0 || parts.size() < key + 2) {
      throw new ChannelUrlException(
          "a Splunk On-Call endpoint's address is " + ENDPOINT + "api-key/routing-key");
    }
    return of(
        url.as(
            "splunk",
            Optional.of(parts.get(key + 1)),
            parts.get(key),
            parts.subList(key + 2, parts.size()),
            url.arguments()));
  }

  @Override
  public boolean keepsIncidents() {
    return true;
  }

  @Override
  public HttpRequest request(Message message) {
    Notification notification = message.notification();
    JsonObject body = new JsonObject();
    body.addProperty("entity_id", entity.isEmpty() ? notification.fingerprint() : entity);
    body.addProperty(
        "message_type", notification.isResolved() ? "RECOVERY" : messageType.of(notification));
    body.addProperty("entity_display_name", Rendering.of(message.title(), Markup.PLAIN, NAME));
    body.addProperty("state_message", Rendering.of(message.body(), Markup.PLAIN, STATE_MESSAGE));
    body.addProperty("state_start_time", notification.time().getEpochSecond());
    body.addProperty("monitoring_tool", "Mulligan");
    return HttpRequest.json(url, body.toString());
  }

  @Override
  public DeliveryOutcome judge(HttpAnswer answer) {
    boolean isRefused = VendorJson.of(answer).text("result").filter("failure"::equals).isPresent();
    return answer.isSuccessful() && isRefused
        ? new DeliveryOutcome.ChannelFailed(
            "refused by Splunk On-Call: " + HttpVerdict.describe(answer))
        : HttpVerdict.of(answer);
  }
}
