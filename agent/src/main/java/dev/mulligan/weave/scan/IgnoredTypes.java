package dev.mulligan.weave.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * The types that are never woven, such as generated classes and other agents; see
 * ignored-types.txt.
 */
public final class IgnoredTypes {

  private final List<String> parts = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();

  private IgnoredTypes() {}

  /**
   * @throws IllegalStateException when the list cannot be read from the agent's jar
   */
  public static IgnoredTypes read() {
    IgnoredTypes ignored = new IgnoredTypes();
    for (String line : ResourceLines.of("dev/mulligan/weave/ignored-types.txt")) {
      ignored.add(line);
    }
    return ignored;
  }

  private void add(String line) {
    if (line.startsWith("*")) {
      parts.add(line.substring(1));
    } else {
      prefixes.add(line);
    }
  }

  public boolean contains(String className) {
    return prefixes.stream().anyMatch(className::startsWith)
        || parts.stream().anyMatch(className::contains);
  }
}
