package dev.mulligan.notify.channel.chat;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.ChannelTargets;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.VendorJson;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A channel to one target of a Zulip bot (zulip.com/api/send-message): {@code
 * zulip://botname@organisation/token[/stream/user@example.com…]}; an organisation with a dot is the
 * host of a self-hosted server. Each operation has its own topic.
 */
public final class ZulipChannel extends HttpChannel {

  private static final ChatMarkup MARKUP = new ChatMarkup("**");
  private static final TextLimit CONTENT = TextLimit.codePoints(10_000);
  private static final TextLimit TOPIC = TextLimit.codePoints(60);
  private static final String USUAL_STREAM = "general";

  private final String url;
  private final String authorization;
  private final String target;

  private ZulipChannel(ChannelIdentity identity, String url, String authorization, String target) {
    super(identity);
    this.url = url;
    this.authorization = authorization;
    this.target = target;
  }

  /**
   * Creates one channel for each target.
   *
   * @throws ChannelUrlException if the URL has no bot, organisation or token
   */
  public static List<Channel> of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("to"));
    Arguments.requireNoPrefixed(url);
    List<String> parts = url.pathParts();
    String bot = url.user().orElse("");
    if (bot.isEmpty() || url.host().isEmpty() || parts.isEmpty()) {
      throw new ChannelUrlException("a zulip:// URL is zulip://botname@organisation/token/stream");
    }
    String host = url.host().contains(".") ? url.authority() : url.host() + ".zulipchat.com";
    String address = HttpAddress.ofNative("https://" + host).below("/api/v1/messages");
    String authorization = HttpAddress.basic(email(bot, host), parts.get(0));
    ChannelIdentity whole = ChannelIdentity.of(url, List.of(parts.get(0)));
    List<String> targets = ChannelTargets.of(url, parts.subList(1, parts.size()), "to");
    List<Channel> channels = new ArrayList<>();
    for (String target : targets.isEmpty() ? List.of(USUAL_STREAM) : targets) {
      channels.add(new ZulipChannel(whole.at(target), address, authorization, target));
    }
    return channels;
  }

  @Override
  public HttpRequest request(Message message) {
    boolean isPerson = target.indexOf('@') > 0;
    Map<String, String> form = new LinkedHashMap<>();
    form.put("type", isPerson ? "private" : "stream");
    form.put("to", target.startsWith("#") ? target.substring(1) : target);
    if (!isPerson) {
      form.put("topic", topic(message));
    }
    form.put("content", Rendering.of(message.whole(), MARKUP, CONTENT));
    return HttpRequest.form(url, form).with("Authorization", authorization);
  }

  /** Reads the wait from the body, which has fractions (zulip.com/api/http-headers). */
  @Override
  public DeliveryOutcome judge(HttpAnswer answer) {
    return HttpVerdict.of(
        answer, VendorJson.of(answer).number("retry-after").map(VendorJson::seconds));
  }

  private static String topic(Message message) {
    String subject = message.notification().event().subject();
    return Rendering.of(subject.replaceAll("\\s+", " "), Markup.PLAIN, TOPIC);
  }

  /** Returns the bot's mail address, which Zulip derives from its name. */
  private static String email(String bot, String host) {
    if (bot.indexOf('@') > 0) {
      return bot;
    }
    return (bot.endsWith("-bot") ? bot : bot + "-bot") + "@" + host;
  }
}
