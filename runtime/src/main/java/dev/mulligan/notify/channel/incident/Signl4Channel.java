package dev.mulligan.notify.channel.incident;

import com.google.gson.JsonObject;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.channel.TokenChannel;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.StandardArguments;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import dev.mulligan.scheme.ChannelScheme;
import java.util.List;

/**
 * A channel to a SIGNL4 team (docs.signl4.com/integrations/webhook/webhook.html): {@code
 * signl4://secret} or its native {@code https://connect.signl4.com/webhook/secret}. The fingerprint
 * is the alert's external id, which its resolution refers to.
 */
public final class Signl4Channel extends TokenChannel {

  private static final TextLimit TITLE = TextLimit.utf16(250);
  private static final TextLimit TEXT = TextLimit.utf16(32_768);

  private final ChannelUrl url;

  public Signl4Channel(ChannelUrl url) {
    super(
        url,
        ChannelScheme.SIGNL4,
        List.of("service", "location", "alerting_scenario", "filtering", "external_id"));
    StandardArguments.flag(url, "filtering");
    this.url = url;
  }

  @Override
  public boolean keepsIncidents() {
    return true;
  }

  @Override
  public JsonObject body(Message message) {
    Notification notification = message.notification();
    JsonObject body = new JsonObject();
    body.addProperty("title", Rendering.of(message.title(), Markup.PLAIN, TITLE));
    body.addProperty("body", Rendering.of(message.body(), Markup.PLAIN, TEXT));
    body.addProperty("severity", notification.urgency().key());
    body.addProperty("X-S4-SourceSystem", "Mulligan");
    body.addProperty(
        "X-S4-ExternalID", url.firstOf("external_id").orElse(notification.fingerprint()));
    body.addProperty("X-S4-Status", notification.isResolved() ? "resolved" : "new");
    url.firstOf("service").ifPresent(name -> body.addProperty("X-S4-Service", name));
    url.firstOf("location").ifPresent(place -> body.addProperty("X-S4-Location", place));
    url.firstOf("alerting_scenario")
        .ifPresent(scenario -> body.addProperty("X-S4-AlertingScenario", scenario));
    StandardArguments.flag(url, "filtering")
        .ifPresent(isFiltered -> body.addProperty("X-S4-Filtering", isFiltered));
    return body;
  }
}
