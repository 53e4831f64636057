package dev.mulligan.notify.content;

/** Markdown as CommonMark has it, which most chats understand; mentions are defused. */
public final class Markdown implements Markup {

  /** All that may begin something (spec.commonmark.org, "Backslash escapes"), but no full stop. */
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
