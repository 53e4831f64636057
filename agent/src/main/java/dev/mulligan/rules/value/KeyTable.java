package dev.mulligan.rules.value;

import java.util.List;

/**
 * The valid keys of one kind of block.
 *
 * @param name names the block in messages, such as {@code a strategy}
 */
public record KeyTable(String name, List<String> keys) {

  static KeyTable of(String name, String... keys) {
    return new KeyTable(name, List.of(keys));
  }

  boolean knows(String key) {
    return keys.contains(key);
  }
}
