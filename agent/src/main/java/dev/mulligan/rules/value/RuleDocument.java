package dev.mulligan.rules.value;

import dev.mulligan.rules.source.Place;
import java.util.Optional;

/**
 * One of the files and packs that make up a rule file.
 *
 * @param includedAt empty for the main file
 */
public record RuleDocument(Origin origin, Block block, Optional<Place> includedAt) {

  /** Whether a document is a file or a pack. */
  public enum Origin {
    /** A file of the user; it takes precedence. */
    FILE,
    /** A pack of the agent; definitions of the same name in the user's files replace its own. */
    PACK
  }

  public boolean isMain() {
    return includedAt.isEmpty();
  }

  public boolean isPack() {
    return origin == Origin.PACK;
  }
}
