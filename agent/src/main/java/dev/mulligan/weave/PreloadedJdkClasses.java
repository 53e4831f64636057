package dev.mulligan.weave;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loads, without initialising, classes of the JDK that would otherwise be loaded first inside the
 * transformer. The JVM does not transform a class on a thread that is transforming another, and a
 * class that the transformer itself needs would never load (ClassCircularityError).
 */
final class PreloadedJdkClasses {

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private PreloadedJdkClasses() {}

  /** Loads the named classes; ignores names that are not classes of the JDK. */
  static void load(Set<String> exactTypes) {
    load(ThreadLocalRandom.class.getName());
    for (String name : exactTypes) {
      if (mayBeOfTheJdk(name)) {
        load(name);
      }
    }
  }

  /** Whether one of these names may be a class of the JDK. */
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
      // A class of the application, which the application loads itself.
    }
  }
}
