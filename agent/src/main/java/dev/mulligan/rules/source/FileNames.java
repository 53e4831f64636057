package dev.mulligan.rules.source;

import java.util.Locale;

/** Explains why a file seems to be missing. */
public final class FileNames {

  private FileNames() {}

  /**
   * The reason if this Java cannot name the file, otherwise empty: in the locale {@code C} it can
   * pass no character but those of ASCII to the system.
   *
   * @param path as this Java sees it; it may contain U+FFFD for what could not be decoded
   */
  public static String reason(String path) {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    boolean isAscii = path.chars().allMatch(c -> c < 128);
    return isAscii || encoding.toUpperCase(Locale.ROOT).startsWith("UTF")
        ? ""
        : "this Java cannot name a file with such characters, because its locale has the encoding "
            + encoding
            + ": start it with LC_ALL=C.UTF-8";
  }
}
