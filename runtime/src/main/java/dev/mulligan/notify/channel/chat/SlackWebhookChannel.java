package dev.mulligan.notify.channel.chat;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.channel.url.StandardArguments;
import dev.mulligan.notify.content.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A channel to a Slack incoming webhook: {@code slack://[bot@]A/B/C[/#channel…]} or its native
 * {@code https://hooks.slack.com/services/A/B/C}.
 */
public final class SlackWebhookChannel extends HttpChannel {

  private static final String SERVICE = "https://hooks.slack.com/services/";
  private static final int TOKENS_IN_PATH = 2;
  private static final char ASCII_END = 128;
  private static final String ACCEPTED = "ok";

  private final HttpAddress address;
  private final Optional<String> sender;
  private final Optional<String> target;

  private SlackWebhookChannel(
      ChannelIdentity identity,
      HttpAddress address,
      Optional<String> sender,
      Optional<String> target) {
    super(identity);
    this.address = address;
    this.sender = sender;
    this.target = target;
  }

  /**
   * Creates one channel for each target, so that a retry repeats only the failed one.
   *
   * @throws ChannelUrlException if the URL does not contain the three tokens of a webhook
   */
  public static List<Channel> of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of());
    Arguments.requireNoPrefixed(url);
    List<String> parts = url.pathParts();
    if (parts.size() < TOKENS_IN_PATH
        || !isToken(url.host())
        || !isToken(parts.get(0))
        || !isToken(parts.get(1))) {
      throw new ChannelUrlException(
          "a slack:// URL is slack://A/B/C with the three tokens of the webhook"
              + " https://hooks.slack.com/services/A/B/C");
    }
    String tokens = url.host() + "/" + parts.get(0) + "/" + parts.get(1);
    HttpAddress address = HttpAddress.ofNative(SERVICE + tokens);
    List<String> targets = parts.subList(TOKENS_IN_PATH, parts.size());
    ChannelIdentity whole =
        new ChannelIdentity(url.toString(), address.secrets(), StandardArguments.options(url));
    if (targets.isEmpty()) {
      return List.of(new SlackWebhookChannel(whole, address, url.user(), Optional.empty()));
    }
    List<Channel> channels = new ArrayList<>();
    for (String target : targets) {
      channels.add(
          new SlackWebhookChannel(
              whole.at(target), address, url.user(), Optional.of(SlackTarget.of(target))));
    }
    return channels;
  }

  /**
   * @param url of Slack, or of another server that accepts its messages
   * @throws ChannelUrlException if the URL has no valid host
   */
  public static SlackWebhookChannel ofNative(String url) {
    HttpAddress address = HttpAddress.ofNative(url);
    return new SlackWebhookChannel(
        ChannelIdentity.ofNative(address), address, Optional.empty(), Optional.empty());
  }

  @Override
  public HttpRequest request(Message message) {
    return HttpRequest.json(address.url(), SlackBody.of(message, sender, target).toString());
  }

  @Override
  public DeliveryOutcome judge(HttpAnswer answer) {
    if (answer.isSuccessful() && !answer.body().strip().equals(ACCEPTED)) {
      return new DeliveryOutcome.ChannelFailed(
          "Slack did not answer \"ok\": " + HttpVerdict.describe(answer));
    }
    return HttpVerdict.of(answer, SlackBody.retryAfter(answer));
  }

  private static boolean isToken(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) >= ASCII_END || !Character.isLetterOrDigit(part.charAt(i))) {
        return false;
      }
    }
    return !part.isEmpty();
  }
}
