package dev.mulligan.cli.console;

/** Colours with a meaning, as ANSI's "select graphic rendition" (ECMA-48, 8.3.117). */
public enum Style {
  PLAIN(""),
  HEADING("1"),
  GOOD("32"),
  NOTE("33"),
  BAD("31"),
  FAINT("2"),
  NAME("36");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String around(String text) {
    return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
