package dev.mulligan.cli.check;

import java.util.Optional;

/** Interprets the names of a jar's entries. */
final class EntryNames {

  private static final String SUFFIX = ".class";

  private EntryNames() {}

  /**
   * The class name of an entry: {@code com.acme.App} for {@code com/acme/App.class}; empty for
   * other files.
   */
  static Optional<String> className(String entry) {
    boolean isClass =
        entry.endsWith(SUFFIX)
            && !entry.startsWith("META-INF/")
            && !entry.endsWith("module-info.class")
            && !entry.endsWith("package-info.class");
    return isClass
        ? Optional.of(entry.substring(0, entry.length() - SUFFIX.length()).replace('/', '.'))
        : Optional.empty();
  }

  /**
   * The entry's path without the folder in which an executable jar or war keeps its own classes.
   */
  static String withoutApplicationFolder(String entry) {
    for (String folder : new String[] {"BOOT-INF/classes/", "WEB-INF/classes/"}) {
      if (entry.startsWith(folder)) {
        return entry.substring(folder.length());
      }
    }
    return entry;
  }

  /** Whether the entry is a library inside an executable jar or war. */
  static boolean isNestedJar(String entry) {
    return entry.endsWith(".jar")
        && (entry.startsWith("BOOT-INF/lib/")
            || entry.startsWith("WEB-INF/lib/")
            || entry.startsWith("WEB-INF/lib-provided/")
            || entry.startsWith("lib/"));
  }
}
