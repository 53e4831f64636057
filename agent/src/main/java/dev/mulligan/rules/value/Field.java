package dev.mulligan.rules.value;

import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.yaml.Node;
import dev.mulligan.rules.yaml.Scalar;

/** A key of a block with its value. */
public record Field(String name, Place keyPlace, Node value) {

  /** The place of the value. */
  public Place place() {
    return value.place();
  }

  /** The same key with one of its value's elements. */
  Field with(Node element) {
    return new Field(name, keyPlace, element);
  }

  /** Whether the key has no value. */
  boolean isEmpty() {
    return value instanceof Scalar scalar && scalar.isNull();
  }
}
