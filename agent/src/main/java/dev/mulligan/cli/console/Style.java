package dev.mulligan.cli.console;

import dev.mulligan.text.Texts;

/**
 * The text styles of the output, as ANSI's "select graphic rendition" (ECMA-48, 8.3.117).
 *
 * <p>A styled text marks its styles with noncharacters of Unicode (U+FDD0 to U+FDEF), and {@link
 * #render} turns them into escape sequences after it has cleaned the text. So no escape sequence
 * from a foreign text, such as the name of a jar, reaches the terminal.
 */
public enum Style {
  PLAIN("", '\uFDD0'),
  HEADING("1", '\uFDD1'),
  GOOD("32", '\uFDD2'),
  NOTE("33", '\uFDD3'),
  BAD("31", '\uFDD4'),
  FAINT("2", '\uFDD5'),
  NAME("36", '\uFDD6');

  private final String code;
  private final char mark;

  Style(String code, char mark) {
    this.code = code;
    this.mark = mark;
  }

  String around(String text) {
    return code.isEmpty() || text.isEmpty() ? text : mark + text + PLAIN.mark;
  }

  /** The text for a terminal: its styles as escape sequences, everything else cleaned. */
  static String render(String text) {
    // A carriage return would let a text overwrite its own line.
    String rendered = Texts.clean(text).replace('\r', '\uFFFD');
    for (Style style : values()) {
      String sequence = style == PLAIN ? "\u001b[0m" : "\u001b[" + style.code + "m";
      rendered = rendered.replace(String.valueOf(style.mark), sequence);
    }
    return rendered;
  }
}
