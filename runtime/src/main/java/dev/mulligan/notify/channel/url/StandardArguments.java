package dev.mulligan.notify.channel.url;

import dev.mulligan.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The standard arguments of Apprise URLs: {@code verify} (the receiver's certificate), {@code cto}
 * and {@code rto} (seconds until connected, and until the response) and {@code overflow}, of which
 * only {@code truncate} is supported.
 */
public final class StandardArguments {

  static final List<String> NAMES = List.of("verify", "cto", "rto", "overflow");

  private static final List<String> YES = List.of("yes", "true", "on", "1");
  private static final List<String> NO = List.of("no", "false", "off", "0");
  private static final double LONGEST_SECONDS = 600;

  private StandardArguments() {}

  /**
   * @throws ChannelUrlException if one of them is invalid
   */
  public static RequestOptions options(ChannelUrl url) {
    requireTruncate(url);
    return new RequestOptions(
        seconds(url, "cto"), seconds(url, "rto"), flag(url, "verify").orElse(true));
  }

  /**
   * Returns a yes/no argument.
   *
   * @throws ChannelUrlException if it is neither
   */
  public static Optional<Boolean> flag(ChannelUrl url, String name) {
    String written = url.arguments().getOrDefault(name, "").toLowerCase(Locale.ROOT);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (!YES.contains(written) && !NO.contains(written)) {
      throw refused(url, name, "must be yes or no");
    }
    return Optional.of(YES.contains(written));
  }

  private static Optional<Duration> seconds(ChannelUrl url, String name) {
    String written = url.arguments().getOrDefault(name, "");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      double seconds = Double.parseDouble(written);
      if (seconds > 0 && seconds <= LONGEST_SECONDS) {
        return Optional.of(Duration.ofMillis(Math.max(1, Math.round(seconds * 1_000))));
      }
    } catch (NumberFormatException e) {
      // Reported below.
    }
    throw refused(url, name, "must be a number of seconds, more than 0 and at most 600");
  }

  private static void requireTruncate(ChannelUrl url) {
    String written = url.arguments().getOrDefault("overflow", "truncate");
    if (!written.equalsIgnoreCase("truncate")) {
      throw refused(url, "overflow", "can only be truncate: a notification is sent as one message");
    }
  }

  private static ChannelUrlException refused(ChannelUrl url, String name, String why) {
    return new ChannelUrlException(
        "the " + url.scheme() + ":// URL's argument '" + name + "' " + why);
  }
}
