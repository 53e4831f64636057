package dev.mulligan.it.harness;

import java.nio.file.Path;
import java.util.List;

/**
 * A JDK to run child JVMs on.
 *
 * @param feature the feature version, such as 17
 * @param home its folder
 */
public record Jdk(int feature, Path home) {

  /** The versions that the product is for: the oldest and the newest with long-term support. */
  static final List<Integer> SUPPORTED = List.of(17, 25);

  /** The one that runs the tests, for what is the same on each. */
  public static Jdk running() {
    return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
  }

  public Path java() {
    return tool("java");
  }

  public Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
