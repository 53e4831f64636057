package dev.mulligan.notify.channel.chat;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.VendorJson;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A channel to one target of a Slack bot: {@code slack://[bot@]xoxb-…/[#channel|@user|+id]…}
 * (docs.slack.dev/reference/methods/chat.postMessage).
 */
public final class SlackBotChannel extends HttpChannel {

  private static final String POST_MESSAGE = "https://slack.com/api/chat.postMessage";
  private static final String TOKEN_BEGIN = "xox";

  /** Apprise's default. */
  private static final String USUAL_TARGET = "#general";

  /** Slack's temporary errors. */
  private static final List<String> PASSING =
      List.of(
          "ratelimited",
          "rate_limited",
          "message_limit_exceeded",
          "service_unavailable",
          "fatal_error",
          "internal_error",
          "request_timeout");

  /** Slack's errors about a message; any other is about the bot, its token or its target. */
  private static final List<String> OF_MESSAGE =
      List.of(
          "no_text",
          "msg_too_long",
          "msg_blocks_too_long",
          "too_many_attachments",
          "invalid_attachments",
          "attachment_payload_limit_exceeded",
          "invalid_blocks",
          "invalid_blocks_format",
          "invalid_arguments",
          "invalid_json",
          "markdown_text_conflict",
          "metadata_too_large");

  private final String token;
  private final Optional<String> sender;
  private final String target;

  private SlackBotChannel(
      ChannelIdentity identity, String token, Optional<String> sender, String target) {
    super(identity);
    this.token = token;
    this.sender = sender;
    this.target = target;
  }

  /** Whether a {@code slack://} URL denotes a bot rather than a webhook. */
  public static boolean isBot(ChannelUrl url) {
    return url.host().regionMatches(true, 0, TOKEN_BEGIN, 0, TOKEN_BEGIN.length());
  }

  /**
   * Creates one channel for each target, so that a retry repeats only the failed one.
   *
   * @throws ChannelUrlException if the URL is invalid
   */
  public static List<Channel> of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of());
    Arguments.requireNoPrefixed(url);
    requireToken(url.host());
    ChannelIdentity bot = ChannelIdentity.of(url, List.of(url.host()));
    List<String> targets = new ArrayList<>(url.pathParts());
    if (targets.isEmpty()) {
      targets.add(USUAL_TARGET);
    }
    List<Channel> channels = new ArrayList<>();
    for (String target : targets) {
      channels.add(
          new SlackBotChannel(bot.at(target), url.host(), url.user(), SlackTarget.of(target)));
    }
    return channels;
  }

  @Override
  public HttpRequest request(Message message) {
    String body = SlackBody.of(message, sender, Optional.of(target)).toString();
    return HttpRequest.json(POST_MESSAGE, body)
        .with(
            Map.of(
                "Authorization",
                "Bearer " + token,
                // Slack warns about a content type without a charset.
                "Content-Type",
                "application/json; charset=utf-8"));
  }

  @Override
  public DeliveryOutcome judge(HttpAnswer answer) {
    VendorJson said = VendorJson.of(answer);
    if (!answer.isSuccessful()) {
      return HttpVerdict.of(answer, SlackBody.retryAfter(answer));
    }
    if (said.isTrue("ok")) {
      return new DeliveryOutcome.Delivered();
    }
    String error = said.text("error").orElse("");
    String reason = "Slack did not answer \"ok\": " + HttpVerdict.describe(answer);
    if (PASSING.contains(error)) {
      Optional<Duration> wait = SlackBody.retryAfter(answer);
      return new DeliveryOutcome.RetryLater(reason, wait);
    }
    return OF_MESSAGE.contains(error)
        ? new DeliveryOutcome.Failed(reason)
        : new DeliveryOutcome.ChannelFailed(reason);
  }

  private static void requireToken(String token) {
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      boolean isAllowed = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '.');
      if (!isAllowed) {
        throw new ChannelUrlException(
            "a slack:// URL of a bot is slack://xoxb-…/#channel with the bot's token, which holds"
                + " letters, digits and - only");
      }
    }
  }
}
