package dev.mulligan.weave;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loads, without initialising them, classes of the JDK that would otherwise be loaded for the first
 * time inside the transformer: the JVM transforms none for a thread that is transforming one, and a
 * class that the transformer needs for itself would fail to load for ever (ClassCircularityError).
 */
final class JdkClasses {

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private JdkClasses() {}

  /** Names that are no class of the JDK are passed over. */
  static void load(Set<String> exactTypes) {
    load(ThreadLocalRandom.class.getName());
    for (String name : exactTypes) {
      if (mayBeOfTheJdk(name)) {
        load(name);
      }
    }
  }

  private static boolean mayBeOfTheJdk(String name) {
    return name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("jdk.")
        || name.startsWith("sun.")
        || name.startsWith("com.sun.");
  }

  private static void load(String name) {
    try {
      Class.forName(name, false, PLATFORM);
    } catch (ClassNotFoundException | LinkageError notOfTheJdk) {
      // Then it is the application's, and loaded when the application asks for it.
    }
  }
}
