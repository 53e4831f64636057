package dev.mulligan.notify;

import dev.mulligan.notify.content.Templates;
import dev.mulligan.text.Check;
import dev.mulligan.text.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rule file's {@code notifications} block. */
public record NotificationSettings(
    List<Channel> channels, List<Pattern> redact, Http http, DeliverySettings delivery) {

  public static final NotificationSettings NONE =
      new NotificationSettings(List.of(), List.of(), Http.DEFAULTS, DeliverySettings.DEFAULTS);

  /** With the usual delivery. */
  public NotificationSettings(List<Channel> channels, List<Pattern> redact, Http http) {
    this(channels, redact, http, DeliverySettings.DEFAULTS);
  }

  public NotificationSettings {
    channels = List.copyOf(channels);
    redact = List.copyOf(redact);
  }

  /**
   * @param url as written, placeholders resolved: holds secrets, never to be logged
   * @param templates the user's own words for it
   */
  public record Channel(String url, Set<String> tags, Templates templates) {

    public Channel {
      tags = Set.copyOf(tags);
    }

    public Channel(String url, Set<String> tags) {
      this(url, tags, Templates.NONE);
    }

    /** Without the URL, which is a secret. */
    @Override
    public String toString() {
      return "Channel[tags=" + tags + "]";
    }
  }

  /**
   * How the notifier, and nothing else, reaches the network.
   *
   * @param proxy such as {@code http://127.0.0.1:3128} or {@code http://user:pw@proxy:3128};
   *     loopback addresses are always reached without it. Empty: what the JVM itself uses
   * @param trust a PEM file with certificates trusted besides the JVM's own
   * @param connectTimeout more than zero, for each address tried
   * @param readTimeout more than zero, for the whole answer
   */
  public record Http(
      Optional<URI> proxy, Optional<String> trust, Duration connectTimeout, Duration readTimeout) {

    public static final Http DEFAULTS =
        new Http(Optional.empty(), Optional.empty(), Duration.ofSeconds(5), Duration.ofSeconds(15));

    /**
     * @throws IllegalArgumentException with what is wrong, for people, and without the proxy's
     *     password
     */
    public Http {
      requirePositive(Setting.CONNECT_TIMEOUT, connectTimeout);
      requirePositive(Setting.READ_TIMEOUT, readTimeout);
      if (proxy.isPresent()) {
        requireHttpProxy(proxy.get());
      }
    }

    /** Without the proxy's user and password. */
    @Override
    public String toString() {
      return "Http[proxy="
          + proxy.map(uri -> uri.getHost() + ":" + uri.getPort()).orElse("none")
          + ", trust="
          + trust.orElse("none")
          + ", connectTimeout="
          + connectTimeout
          + ", readTimeout="
          + readTimeout
          + "]";
    }

    private static void requirePositive(Setting setting, Duration value) {
      Check.require(!value.isZero() && !value.isNegative(), setting, " must be > 0");
    }

    private static void requireHttpProxy(URI proxy) {
      boolean complete =
          "http".equalsIgnoreCase(proxy.getScheme())
              && proxy.getHost() != null
              && proxy.getPort() > 0;
      Check.require(
          complete,
          Setting.PROXY,
          " must be written as http://host:port, such as http://127.0.0.1:3128");
    }
  }
}
