package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.Place;
import java.util.List;

/** A YAML list. */
public record Sequence(Place place, List<Node> items) implements Node {

  @Override
  public boolean isSecret() {
    for (Node item : items) {
      if (item.isSecret()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isMissing() {
    for (Node item : items) {
      if (item.isMissing()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String kind() {
    return items.isEmpty() ? "an empty list" : "a list";
  }
}
