package dev.mulligan.match.pattern;

/** {@code *} for any characters, everything else for itself. */
final class Glob {

  private Glob() {}

  /** Whether the part of the text from {@code from} to before {@code to} fits. */
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
