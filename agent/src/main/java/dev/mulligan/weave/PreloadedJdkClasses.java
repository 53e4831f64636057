package dev.mulligan.weave;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loads, without initialising them, classes of the JDK that would otherwise be loaded for the first
 * time inside the transformer: the JVM transforms none for a thread that is transforming one, and a
 * class that the transformer needs for itself would fail to load for ever (ClassCircularityError).
 */
final class PreloadedJdkClasses {

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private PreloadedJdkClasses() {}

  /** Names that are no class of the JDK are passed over. */
  static void load(Set<String> exactTypes) {
    load(ThreadLocalRandom.class.getName());
    for (String name : exactTypes) {
      if (mayBeOfTheJdk(name)) {
        load(name);
      }
    }
  }

  /** Whether one of these names may be that of a class of the JDK. */
  static boolean mayBeAmong(Set<String> names) {
    for (String name : names) {
      if (mayBeOfTheJdk(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBeOfTheJdk(String name) {
    return name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("jdk.")
        || name.startsWith("sun.")
        || name.startsWith("com.sun.")
        || name.startsWith("netscape.javascript.")
        || name.startsWith("org.ietf.jgss.")
        || name.startsWith("org.w3c.dom.")
        || name.startsWith("org.xml.sax.");
  }

  private static void load(String name) {
    try {
      Class.forName(name, false, PLATFORM);
    } catch (ClassNotFoundException | LinkageError notOfTheJdk) {
      // Then it is the application's, and loaded when the application asks for it.
    }
  }
}
