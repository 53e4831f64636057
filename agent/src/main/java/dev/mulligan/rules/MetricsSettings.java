package dev.mulligan.rules;

import java.util.Optional;

/**
 * The rule file's {@code agent.metrics}.
 *
 * @param prometheus {@code host:port}, or {@code [address]:port}, to be scraped at
 * @param calls whether calls that succeed at once are counted too
 */
public record MetricsSettings(Optional<String> prometheus, boolean calls) {

  public static final MetricsSettings NONE = new MetricsSettings(Optional.empty(), false);
}
