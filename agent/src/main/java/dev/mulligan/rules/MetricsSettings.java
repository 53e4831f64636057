package dev.mulligan.rules;

import java.util.Optional;

/**
 * The settings of the rule file's {@code agent.metrics} block.
 *
 * @param prometheus the address of the Prometheus endpoint, {@code host:port} or {@code
 *     [address]:port}
 * @param calls whether calls that succeed at once are counted too
 */
public record MetricsSettings(Optional<String> prometheus, boolean calls) {

  public static final MetricsSettings NONE = new MetricsSettings(Optional.empty(), false);
}
