package dev.mulligan.notify.channel.webhook;

/** Escapes text content of XML 1.0. */
final class XmlText {

  private static final char REPLACEMENT = '\uFFFD';

  private XmlText() {}

  /** Escapes markup; characters that XML does not allow (§2.2) become U+FFFD. */
  static String escape(String plain) {
    StringBuilder escaped = new StringBuilder(plain.length());
    plain.codePoints().forEach(character -> append(escaped, character));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int character) {
    switch (character) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      // A parser would read a bare one as a line feed.
      case '\r' -> escaped.append("&#13;");
      default -> escaped.appendCodePoint(isOfXml(character) ? character : REPLACEMENT);
    }
  }

  private static boolean isOfXml(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= ' ' && character < Character.MIN_SURROGATE)
        || (character > Character.MAX_SURROGATE && character < 0xFFFE)
        || character > 0xFFFF;
  }
}
