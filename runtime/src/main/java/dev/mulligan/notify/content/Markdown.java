package dev.mulligan.notify.content;

/** Markdown according to CommonMark, which most chats accept. Mentions have no effect. */
public final class Markdown implements Markup {

  /**
   * All characters that may start markup (spec.commonmark.org, "Backslash escapes"), except the
   * full stop.
   */
  private static final String SPECIAL = "\\`*_{}[]<>#|~";

  @Override
  public String escape(String plain) {
    StringBuilder escaped = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (SPECIAL.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return Mentions.defuse(escaped.toString());
  }

  @Override
  public String bold(String escaped) {
    return "**" + escaped + "**";
  }
}
