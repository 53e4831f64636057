package dev.mulligan.rules.value;

import dev.mulligan.rules.yaml.Node;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.rules.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts and lists of texts without their places, as the notifier reads tags. */
public final class PlainValues {

  private PlainValues() {}

  /** Empty for maps, for nothing and for placeholders that could not be filled in. */
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
