package dev.mulligan.notify.content;

/** HTML for mail readers and Matrix clients. */
public final class Html implements Markup {

  @Override
  public String escape(String plain) {
    StringBuilder escaped = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  @Override
  public String bold(String escaped) {
    return "<b>" + escaped + "</b>";
  }

  @Override
  public String lineEnd() {
    return "<br>\n";
  }
}
