package dev.mulligan.rules.value;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Expands file names with {@code *} (any characters) and {@code ?} (one character) in their
 * segments.
 */
public final class FileGlob {

  private FileGlob() {}

  public static boolean isGlob(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
  }

  /**
   * The existing files that match, sorted by name; hidden files only if the pattern begins with a
   * dot.
   */
  public static List<File> expand(File glob) {
    List<File> files = new ArrayList<>();
    for (File file : matches(glob)) {
      if (file.isFile()) {
        files.add(file);
      }
    }
    return files;
  }

  /** The folders whose files {@link #expand} lists, including missing ones. */
  public static List<File> folders(File glob) {
    File parent = glob.getParentFile();
    return parent == null ? List.of(new File(".")) : matches(parent);
  }

  private static List<File> matches(File glob) {
    if (!isGlob(glob.getPath())) {
      return List.of(glob);
    }
    File parent = glob.getParentFile();
    List<File> folders = parent == null ? List.of(new File("")) : matches(parent);
    List<File> matches = new ArrayList<>();
    for (File folder : folders) {
      addMatches(folder, glob.getName(), parent == null, matches);
    }
    return matches;
  }

  private static void addMatches(
      File folder, String glob, boolean isWorkingDirectory, List<File> matches) {
    if (!isGlob(glob)) {
      matches.add(new File(folder, glob));
      return;
    }
    String[] names = (isWorkingDirectory ? new File(".") : folder).list();
    if (names == null) {
      return;
    }
    Arrays.sort(names);
    for (String name : names) {
      if (name.startsWith(".") == glob.startsWith(".") && fits(glob, 0, name, 0)) {
        matches.add(isWorkingDirectory ? new File(name) : new File(folder, name));
      }
    }
  }

  private static boolean fits(String glob, int g, String name, int n) {
    if (g == glob.length()) {
      return n == name.length();
    }
    if (glob.charAt(g) == '*') {
      return fits(glob, g + 1, name, n) || (n < name.length() && fits(glob, g, name, n + 1));
    }
    return n < name.length()
        && (glob.charAt(g) == '?' || glob.charAt(g) == name.charAt(n))
        && fits(glob, g + 1, name, n + 1);
  }
}
