package dev.mulligan.weave;

import dev.mulligan.match.MethodFacts;

/**
 * A method to be rewritten.
 *
 * @param id its number in the {@link MethodTable}
 */
record Advised(int id, MethodFacts facts, Kind kind) {

  /** What the woven code asks about. */
  enum Kind {
    THROWN,
    RESULT
  }

  String key() {
    return facts.name() + facts.descriptor();
  }
}
