package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.Place;
import java.util.Map;

/**
 * A YAML map with texts as keys.
 *
 * @param entries by key, in the order of the file
 */
public record Mapping(Place place, Map<String, Entry> entries) implements Node {

  /** A key with its own place, and its value. */
  public record Entry(Scalar key, Node value) {}

  @Override
  public boolean isSecret() {
    for (Entry entry : entries.values()) {
      if (entry.key.isSecret() || entry.value.isSecret()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isMissing() {
    for (Entry entry : entries.values()) {
      if (entry.value.isMissing()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String kind() {
    return "a map";
  }
}
