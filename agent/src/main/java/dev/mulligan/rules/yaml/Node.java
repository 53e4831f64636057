package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.Place;

/** A part of a YAML document, with its place. */
public sealed interface Node permits Scalar, Sequence, Mapping {

  Place place();

  /** Whether a text in it comes from a placeholder. */
  boolean isSecret();

  /** Whether a placeholder in it could not be filled in, which has been reported. */
  boolean isMissing();

  /** For messages: {@code a list}. */
  String kind();
}
