package dev.mulligan.rules.read;

import dev.mulligan.rules.MetricsSettings;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.Values;
import java.util.Optional;

/** Reads the {@code agent.metrics} block. */
final class MetricsReader {

  private static final String ADDRESS = "host:port, such as 127.0.0.1:9404";
  private static final int HIGHEST_PORT = 65_535;

  private final Problems problems;
  private final Values values;

  MetricsReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  MetricsSettings read(Field metrics) {
    Optional<Block> block = Block.of(metrics.value(), Keys.METRICS, "'agent.metrics'", problems);
    return block.isEmpty()
        ? MetricsSettings.NONE
        : new MetricsSettings(address(block.get()), calls(block.get()));
  }

  private Optional<String> address(Block block) {
    Optional<Field> field = block.field("prometheus");
    Optional<String> text = field.isEmpty() ? Optional.empty() : values.text(field.get(), ADDRESS);
    if (text.isEmpty() || isAddress(text.get())) {
      return text;
    }
    return values.refuse(field.get(), ADDRESS);
  }

  private boolean calls(Block block) {
    Optional<Field> field = block.field("calls");
    return field.isPresent() && values.flag(field.get()).orElse(false);
  }

  private static boolean isAddress(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    boolean isBracketed = host.startsWith("[") && host.endsWith("]");
    if (host.isEmpty() || host.indexOf('/') >= 0 || (host.indexOf(':') >= 0 && !isBracketed)) {
      return false;
    }
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      return port > 0 && port <= HIGHEST_PORT;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
