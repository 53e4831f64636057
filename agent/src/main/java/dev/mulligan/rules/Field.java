package dev.mulligan.rules;

import dev.mulligan.rules.source.Node;
import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Scalar;

/** A key of a block with its value. */
record Field(String name, Node value) {

  Place place() {
    return value.place();
  }

  /** Whether the key stands there with nothing behind it. */
  boolean isEmpty() {
    return value instanceof Scalar scalar && scalar.isNull();
  }
}
