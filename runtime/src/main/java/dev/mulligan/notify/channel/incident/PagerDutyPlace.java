package dev.mulligan.notify.channel.incident;

import dev.mulligan.notify.Urgency;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The origin of PagerDuty events according to the URL.
 *
 * @param severity for all events but successes
 * @param details additional entries of the event's {@code custom_details}
 */
record PagerDutyPlace(
    Optional<String> source,
    Optional<String> component,
    Optional<String> group,
    Optional<String> eventClass,
    Optional<String> click,
    Optional<Urgency> severity,
    Map<String, String> details) {

  /**
   * @throws ChannelUrlException if PagerDuty has no such severity
   */
  static PagerDutyPlace of(ChannelUrl url) {
    List<String> parts = url.pathParts();
    return new PagerDutyPlace(
        parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(0)),
        parts.size() < 2 ? Optional.empty() : Optional.of(parts.get(1)),
        argument(url, "group"),
        argument(url, "class"),
        argument(url, "click"),
        severity(url),
        url.headers());
  }

  private static Optional<Urgency> severity(ChannelUrl url) {
    String written = url.arguments().getOrDefault("severity", "").toLowerCase(Locale.ROOT);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    for (Urgency urgency : Urgency.values()) {
      if (urgency.key().equals(written)) {
        return Optional.of(urgency);
      }
    }
    throw new ChannelUrlException(
        "the pagerduty:// URL's argument 'severity' must be critical, error, warning or info");
  }

  private static Optional<String> argument(ChannelUrl url, String name) {
    String value = url.arguments().getOrDefault(name, "");
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
