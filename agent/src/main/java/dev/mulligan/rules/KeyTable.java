package dev.mulligan.rules;

import dev.mulligan.rules.Key.Support;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one kind of block.
 *
 * @param name of the block, for messages: {@code a strategy}
 */
record KeyTable(String name, List<Key> keys, Map<String, Support> supports) {

  static KeyTable of(String name, Key... keys) {
    Map<String, Support> supports = new HashMap<>();
    for (Key key : keys) {
      supports.put(key.name(), key.support());
    }
    return new KeyTable(name, List.of(keys), supports);
  }

  Optional<Support> supportOf(String key) {
    return Optional.ofNullable(supports.get(key));
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
