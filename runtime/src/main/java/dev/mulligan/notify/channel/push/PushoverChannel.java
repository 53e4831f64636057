package dev.mulligan.notify.channel.push;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.ChannelTargets;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.Priority;
import dev.mulligan.notify.channel.PriorityScale;
import dev.mulligan.notify.channel.VendorJson;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A channel to a Pushover user or group (pushover.net/api): {@code
 * pover://user@token[/device…][?priority=emergency&retry=60&expire=3600&sound=…&url=…&url_title=…]}.
 * Messages are repeated until someone acknowledges them only if the URL sets the priority {@code
 * emergency}.
 */
public final class PushoverChannel extends HttpChannel {

  private static final String URL = "https://api.pushover.net/1/messages.json";
  private static final String EMERGENCY = "2";
  private static final TextLimit TITLE = TextLimit.codePoints(250);
  private static final TextLimit TEXT = TextLimit.codePoints(1_024);

  private static final PriorityScale PRIORITIES =
      new PriorityScale(
          List.of(
              List.of(EMERGENCY, "emergency"),
              List.of("1", "high"),
              List.of("0", "normal"),
              List.of("-1", "moderate"),
              List.of("-2", "low", "lowest")),
          "1",
          "0",
          "0",
          "-1");

  private final Map<String, String> fixed;
  private final Priority priority;
  private final Map<String, String> whenEmergency;

  private PushoverChannel(
      ChannelIdentity identity,
      Map<String, String> fixed,
      Priority priority,
      Map<String, String> whenEmergency) {
    super(identity);
    this.fixed = fixed;
    this.priority = priority;
    this.whenEmergency = whenEmergency;
  }

  /**
   * Creates one channel for each device.
   *
   * @throws ChannelUrlException if the URL has no user or token, or is invalid
   */
  public static List<Channel> of(ChannelUrl url) {
    Arguments.requireKnown(
        url, List.of("priority", "sound", "url", "url_title", "retry", "expire", "to"));
    Arguments.requireNoPrefixed(url);
    String user = url.user().orElse("");
    if (user.isEmpty() || url.host().isEmpty()) {
      throw new ChannelUrlException("a pover:// URL is pover://user-key@application-token");
    }
    Map<String, String> whenEmergency = new LinkedHashMap<>();
    whenEmergency.put("retry", Arguments.number(url, "retry", 30, 10_800, 900));
    whenEmergency.put("expire", Arguments.number(url, "expire", 30, 10_800, 3_600));
    ChannelIdentity whole = ChannelIdentity.of(url, List.of(user, url.host()));
    Priority priority = PRIORITIES.chosenBy(url, "priority");
    List<Channel> channels = new ArrayList<>();
    for (String device : ChannelTargets.of(url, url.pathParts(), "to")) {
      channels.add(
          new PushoverChannel(whole.at(device), fixed(url, device), priority, whenEmergency));
    }
    return channels.isEmpty()
        ? List.of(new PushoverChannel(whole, fixed(url, ""), priority, whenEmergency))
        : channels;
  }

  @Override
  public HttpRequest request(Message message) {
    Map<String, String> form = new LinkedHashMap<>(fixed);
    form.put("title", Rendering.of(message.title(), Markup.PLAIN, TITLE));
    form.put("message", Rendering.of(message.body(), Markup.PLAIN, TEXT));
    form.put("timestamp", String.valueOf(message.notification().time().getEpochSecond()));
    form.put("priority", priority.of(message.notification()));
    if (EMERGENCY.equals(form.get("priority"))) {
      form.putAll(whenEmergency);
    }
    return HttpRequest.form(URL, form);
  }

  @Override
  public DeliveryOutcome judge(HttpAnswer answer) {
    boolean isAccepted = VendorJson.of(answer).number("status").filter(one -> one == 1).isPresent();
    return answer.isSuccessful() && !isAccepted
        ? new DeliveryOutcome.ChannelFailed("refused by Pushover: " + HttpVerdict.describe(answer))
        : HttpVerdict.of(answer);
  }

  private static Map<String, String> fixed(ChannelUrl url, String device) {
    Map<String, String> fixed = new LinkedHashMap<>();
    fixed.put("token", url.host());
    fixed.put("user", url.user().orElse(""));
    if (!device.isEmpty()) {
      fixed.put("device", device);
    }
    for (String name : new String[] {"sound", "url", "url_title"}) {
      if (!url.argument(name).isEmpty()) {
        fixed.put(name, url.argument(name));
      }
    }
    return fixed;
  }
}
