package dev.mulligan.notify;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rule file's {@code notifications} block. */
public record NotificationSettings(List<Channel> channels, List<Pattern> redact, Http http) {

  public static final NotificationSettings NONE =
      new NotificationSettings(List.of(), List.of(), Http.DEFAULTS);

  /**
   * @param url as written, placeholders resolved: holds secrets, never to be logged
   */
  public record Channel(String url, Set<String> tags) {}

  /**
   * How the notifier, and nothing else, reaches the network.
   *
   * @param proxy such as {@code http://127.0.0.1:3128}
   * @param trust a PEM file with certificates trusted besides the JVM's own
   */
  public record Http(
      Optional<URI> proxy, Optional<String> trust, Duration connectTimeout, Duration readTimeout) {

    public static final Http DEFAULTS =
        new Http(Optional.empty(), Optional.empty(), Duration.ofSeconds(5), Duration.ofSeconds(15));
  }
}
