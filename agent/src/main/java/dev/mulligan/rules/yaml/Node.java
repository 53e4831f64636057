package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.Place;

/** A part of a YAML document with its place. */
public sealed interface Node permits Scalar, Sequence, Mapping {

  Place place();

  /** Whether it contains a text from a placeholder. */
  boolean isSecret();

  /** Whether it contains an unresolved placeholder, which has been reported. */
  boolean isMissing();

  /** The description for messages, such as {@code a list}. */
  String kind();
}
