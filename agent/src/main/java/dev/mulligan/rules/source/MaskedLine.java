package dev.mulligan.rules.source;

/**
 * Masks the secrets of URLs in a line for display. It replaces character by character, so that
 * columns stay the same, and keeps placeholders and the URL's punctuation.
 */
public final class MaskedLine {

  private static final String URL = "://";
  private static final String CLOSING = " \t,]}";
  private static final String PUNCTUATION = "/:?&@=#[]{}";

  private MaskedLine() {}

  public static String of(String line) {
    int url = line.indexOf(URL);
    if (url < 0) {
      return line;
    }
    StringBuilder masked = new StringBuilder(line);
    while (url >= 0) {
      int end = mask(masked, url + URL.length());
      url = line.indexOf(URL, end);
    }
    return masked.toString();
  }

  private static int mask(StringBuilder line, int from) {
    int at = from;
    while (at < line.length() && !isEnd(line, at)) {
      if (line.charAt(at) == '$' && at + 1 < line.length() && line.charAt(at + 1) == '{') {
        at = endOfName(line, at);
      } else {
        if (PUNCTUATION.indexOf(line.charAt(at)) < 0) {
          line.setCharAt(at, '*');
        }
        at++;
      }
    }
    return at;
  }

  /** Whether the URL ends here: at white space, or at a quote or comma that belongs to YAML. */
  private static boolean isEnd(StringBuilder line, int at) {
    char c = line.charAt(at);
    return c == ' '
        || c == '\t'
        || ((c == '"' || c == '\'' || c == ',')
            && (at + 1 == line.length() || CLOSING.indexOf(line.charAt(at + 1)) >= 0));
  }

  /** The end of a placeholder's name; its default may be a secret. */
  private static int endOfName(StringBuilder line, int from) {
    int end = line.indexOf("}", from);
    int fallback = line.indexOf(":-", from);
    if (end < 0) {
      return line.length();
    }
    return fallback >= 0 && fallback < end ? fallback + 2 : end + 1;
  }
}
