package dev.mulligan.mail;

import dev.mulligan.http.HttpSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * The network settings for mail servers: those of {@code notifications.http}, except the proxy.
 *
 * @param trust a PEM file with additional trusted certificates
 * @param connectTimeout more than zero, for each address tried
 * @param readTimeout more than zero, for one reply of the server
 */
public record MailSettings(Optional<String> trust, Duration connectTimeout, Duration readTimeout) {

  public static MailSettings of(HttpSettings http) {
    return new MailSettings(http.trust(), http.connectTimeout(), http.readTimeout());
  }
}
