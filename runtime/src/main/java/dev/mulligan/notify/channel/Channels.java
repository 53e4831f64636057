package dev.mulligan.notify.channel;

import dev.mulligan.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes channels from their URLs. Opens no connection and loads nothing of the HTTP and JSON
 * libraries, so that the rule file can be checked before the application starts.
 */
public final class Channels {

  private static final List<String> SCHEMES = List.of("json", "jsons", "slack", "http", "https");
  private static final String NATIVE_SLACK = "https://hooks.slack";

  private Channels() {}

  /**
   * One channel for each target that the URL names.
   *
   * @param url a scheme's URL, or a native one such as {@code https://hooks.slack.com/services/…}
   * @throws ChannelUrlException when it is not understood
   */
  public static List<Channel> of(String url) {
    String text = url.strip();
    String scheme = ChannelUrlParser.schemeOf(text);
    return switch (scheme) {
      case "json", "jsons" -> List.of(JsonWebhookChannel.of(ChannelUrl.parse(text)));
      case "slack" -> SlackWebhookChannel.of(ChannelUrl.parse(text));
      case "http", "https" ->
          isNativeSlack(text)
              ? List.of(SlackWebhookChannel.ofNative(text))
              : List.of(JsonWebhookChannel.ofNative(text));
      default -> throw unknown(scheme);
    };
  }

  /**
   * A Slack incoming webhook, or one that understands the same messages.
   *
   * @param url as {@link #of} takes it, and {@code https://} may be left out
   * @throws ChannelUrlException when it is not understood
   */
  public static List<Channel> slackWebhook(String url) {
    String text = url.strip();
    if (text.toLowerCase(Locale.ROOT).startsWith("slack://")) {
      return of(text);
    }
    return List.of(SlackWebhookChannel.ofNative(text.contains("://") ? text : "https://" + text));
  }

  private static boolean isNativeSlack(String text) {
    return text.regionMatches(true, 0, NATIVE_SLACK, 0, NATIVE_SLACK.length());
  }

  private static ChannelUrlException unknown(String scheme) {
    Optional<String> nearest = NearestName.of(scheme, SCHEMES);
    String hint =
        nearest.isPresent()
            ? "did you mean " + nearest.get() + "://?"
            : "known are " + String.join("://, ", SCHEMES) + "://";
    return new ChannelUrlException("unknown channel scheme '" + scheme + "': " + hint);
  }
}
