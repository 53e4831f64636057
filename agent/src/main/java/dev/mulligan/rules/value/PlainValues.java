package dev.mulligan.rules.value;

import dev.mulligan.rules.yaml.Node;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.rules.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Converts nodes to texts and lists of texts, the form in which the notifier reads tags. */
public final class PlainValues {

  private PlainValues() {}

  /** Empty for maps, for null and for unresolved placeholders. */
  public static Optional<Object> of(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.isMissing() || scalar.isNull() ? Optional.empty() : Optional.of(scalar.text());
    }
    if (!(node instanceof Sequence sequence)) {
      return Optional.empty();
    }
    List<Object> list = new ArrayList<>();
    for (Node item : sequence.items()) {
      Optional<Object> value = of(item);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      list.add(value.get());
    }
    return Optional.of(list);
  }
}
