package dev.mulligan.rules;

import dev.mulligan.rules.Key.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of one kind of block.
 *
 * @param name of the block, for messages: {@code a strategy}
 */
record KeyTable(String name, List<Key> keys) {

  static KeyTable of(String name, Key... keys) {
    return new KeyTable(name, List.of(keys));
  }

  Optional<Support> supportOf(String key) {
    for (Key candidate : keys) {
      if (candidate.name().equals(key)) {
        return Optional.of(candidate.support());
      }
    }
    return Optional.empty();
  }

  /** The keys that a user can write. */
  List<String> accepted() {
    List<String> names = new ArrayList<>();
    for (Key key : keys) {
      if (key.support() != Support.LATER) {
        names.add(key.name());
      }
    }
    return names;
  }
}
