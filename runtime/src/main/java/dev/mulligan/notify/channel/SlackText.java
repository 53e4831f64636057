package dev.mulligan.notify.channel;

/**
 * Text for Slack. With {@code & < >} escaped there is no {@code <!channel>} and no {@code <@user>}
 * left to fire (docs.slack.dev/messaging/formatting-message-text).
 */
final class SlackText {

  private static final String ELLIPSIS = "…";

  private SlackText() {}

  /** At most this many UTF-16 units, never cut inside an escape or a surrogate pair. */
  static String escape(String text, int limit) {
    StringBuilder escaped = new StringBuilder();
    int end = 0; // Where an ellipsis still fits behind.
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      append(escaped, codePoint);
      if (escaped.length() > limit) {
        escaped.setLength(end);
        return escaped.append(ELLIPSIS).toString();
      }
      if (escaped.length() <= limit - ELLIPSIS.length()) {
        end = escaped.length();
      }
    }
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int codePoint) {
    switch (codePoint) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      default -> escaped.appendCodePoint(codePoint);
    }
  }
}
