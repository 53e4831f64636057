package dev.mulligan.rules;

import dev.mulligan.rules.source.Place;
import java.util.Optional;

/**
 * One file of those that make up a rule file.
 *
 * @param includedAt empty for the main file
 */
record RuleDocument(Origin origin, Block block, Optional<Place> includedAt) {

  /** Who wrote it. */
  enum Origin {
    /** The user: what it says holds. */
    FILE,
    /** A pack of ours: what the user's files name alike takes its place. */
    PACK
  }

  boolean isMain() {
    return includedAt.isEmpty();
  }

  boolean isPack() {
    return origin == Origin.PACK;
  }
}
