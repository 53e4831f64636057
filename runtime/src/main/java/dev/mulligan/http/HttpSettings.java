package dev.mulligan.http;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The network settings of the notifier; nothing else uses them.
 *
 * @param proxy such as {@code http://127.0.0.1:3128} or {@code http://user:pw@proxy:3128}; not used
 *     for loopback addresses; empty for the JVM's proxy settings
 * @param trust a PEM file with additional trusted certificates
 * @param connectTimeout more than zero, for each address tried
 * @param readTimeout more than zero, for the whole response
 */
public record HttpSettings(
    Optional<URI> proxy, Optional<String> trust, Duration connectTimeout, Duration readTimeout) {

  public static final HttpSettings DEFAULTS =
      new HttpSettings(
          Optional.empty(), Optional.empty(), Duration.ofSeconds(5), Duration.ofSeconds(15));

  /**
   * @throws IllegalArgumentException with a message for people, without the proxy's password
   */
  public HttpSettings {
    requirePositive(Setting.CONNECT_TIMEOUT, connectTimeout);
    requirePositive(Setting.READ_TIMEOUT, readTimeout);
    if (proxy.isPresent()) {
      requireHttpProxy(proxy.get());
    }
  }

  /** Omits the proxy's user and password. */
  @Override
  public String toString() {
    return "HttpSettings[proxy="
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
