package dev.mulligan.rules;

import dev.mulligan.rules.source.Place;
import java.io.File;
import java.util.Optional;

/**
 * One file of those that make up a rule file.
 *
 * @param includedAt empty for the main file
 */
record RuleDocument(File file, Block block, Optional<Place> includedAt) {

  boolean isMain() {
    return includedAt.isEmpty();
  }
}
