package dev.mulligan.rules.value;

import dev.mulligan.rules.source.Place;
import java.util.Optional;

/**
 * One file of those that make up a rule file.
 *
 * @param includedAt empty for the main file
 */
public record RuleDocument(Origin origin, Block block, Optional<Place> includedAt) {

  /** Who wrote it. */
  public enum Origin {
    /** The user: what it says holds. */
    FILE,
    /** A pack of ours: what the user's files name alike takes its place. */
    PACK
  }

  public boolean isMain() {
    return includedAt.isEmpty();
  }

  public boolean isPack() {
    return origin == Origin.PACK;
  }
}
