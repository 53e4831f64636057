package dev.mulligan.mail;

import dev.mulligan.http.HttpSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * How mail servers are reached: as {@code notifications.http} says, but never through its proxy.
 *
 * @param trust a PEM file with certificates trusted besides the JVM's own
 * @param connectTimeout more than zero, for each address tried
 * @param readTimeout more than zero, for one answer of the server
 */
public record MailSettings(Optional<String> trust, Duration connectTimeout, Duration readTimeout) {

  public static MailSettings of(HttpSettings http) {
    return new MailSettings(http.trust(), http.connectTimeout(), http.readTimeout());
  }
}
