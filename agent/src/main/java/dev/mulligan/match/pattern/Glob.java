package dev.mulligan.match.pattern;

/** Matches wildcards: {@code *} matches any characters, every other character matches itself. */
final class Glob {

  private Glob() {}

  /** Whether the text from {@code from} (inclusive) to {@code to} (exclusive) matches. */
  static boolean matches(String glob, String text, int from, int to) {
    int g = 0;
    int t = from;
    int star = -1;
    int retry = from;
    while (t < to) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        retry = t;
      } else if (g < glob.length() && glob.charAt(g) == text.charAt(t)) {
        g++;
        t++;
      } else if (star >= 0) {
        g = star + 1;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  static boolean matches(String glob, String text) {
    return matches(glob, text, 0, text.length());
  }
}
