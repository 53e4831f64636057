package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.source.SourceText;
import dev.mulligan.rules.yaml.Scalar.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fast reader for the subset of YAML that nearly every rule file uses: maps and lists by
 * indentation or in braces, texts on one line, comments. It gives up on everything else, including
 * mistakes, and leaves the file to SnakeYAML.
 *
 * <p>SnakeYAML reads all of YAML, but adds 30 to 50 ms to an application's start for two hundred
 * rules: it loads a hundred classes and interprets some thousand bytecodes per character before the
 * JIT compiles it. This class produces exactly the same nodes and places; a test compares the two.
 */
final class OrdinaryYaml {

  private static final int DEEPEST = 16;
  private static final int END = -1;

  private final SourceText source;
  private final String text;

  /**
   * The text with a line end appended. Interpreted code reads an array many times faster than a
   * String.
   */
  private final char[] chars;

  private final Placeholders placeholders;
  private final Problems problems = new Problems();
  private boolean mayHavePlaceholders;
  private int at;
  private int line = 1;
  private int lineStart;

  /** The indentation of the next line; {@link #END} after the last one. */
  private int indent;

  private OrdinaryYaml(SourceText source, Environment environment) {
    this.source = source;
    this.text = source.text();
    this.chars = new char[text.length() + 1];
    text.getChars(0, text.length(), chars, 0);
    chars[text.length()] = '\n';
    this.placeholders = new Placeholders(environment, problems);
  }

  /**
   * @return empty when the file needs SnakeYAML
   */
  static Optional<Node> read(SourceText source, Environment environment) {
    try {
      return new OrdinaryYaml(source, environment).document();
    } catch (NotOrdinaryException e) {
      return Optional.empty();
    }
  }

  /** Thrown to leave the file to SnakeYAML. */
  private static final class NotOrdinaryException extends Exception {
    NotOrdinaryException() {
      super(null, null, false, false);
    }
  }

  private Optional<Node> document() throws NotOrdinaryException {
    checkCharacters();
    toContent();
    if (indent != 0) {
      throw new NotOrdinaryException();
    }
    Node root = mapping(0, 0);
    return indent == END && problems.errorCount() == 0 ? Optional.of(root) : Optional.empty();
  }

  /**
   * Rejects control characters, line ends other than a line feed, and characters outside the basic
   * plane.
   */
  private void checkCharacters() throws NotOrdinaryException {
    for (char c : chars) {
      boolean plain = c >= ' ' ? c <= '~' : c == '\n';
      if (!plain && (c < '\u00a1' || c >= '\ud800' || c == '\u2028' || c == '\u2029')) {
        throw new NotOrdinaryException();
      }
      if (c == '$') {
        mayHavePlaceholders = true;
      }
    }
  }

  /** Skips from the start of a line to the first line with content other than a comment. */
  private void toContent() {
    while (at < text.length()) {
      lineStart = at;
      skipSpaces();
      if (chars[at] != '\n' && chars[at] != '#') {
        indent = at - lineStart;
        return;
      }
      toNextLine();
    }
    indent = END;
  }

  private void toNextLine() {
    char[] all = chars;
    int end = at;
    while (all[end] != '\n') {
      end++;
    }
    at = Math.min(end + 1, text.length());
    line++;
  }

  private Mapping mapping(int column, int depth) throws NotOrdinaryException {
    checkDepth(depth);
    MappingBuilder builder = new MappingBuilder(place(), problems);
    do {
      Scalar key = keyInBlock();
      builder.add(key, valueInBlock(column, depth));
    } while (indent == column);
    checkDedented(column);
    return builder.build();
  }

  private Sequence sequence(int column, int depth) throws NotOrdinaryException {
    checkDepth(depth);
    Place place = place();
    List<Node> items = new ArrayList<>();
    do {
      at++;
      skipSpaces();
      items.add(item(column, depth));
    } while (indent == column && isItem());
    checkDedented(column);
    return new Sequence(place, items);
  }

  private Node item(int column, int depth) throws NotOrdinaryException {
    if (isKeyInBlock()) {
      indent = at - lineStart;
      return mapping(indent, depth + 1);
    }
    return onThisLine(column, depth);
  }

  private Node valueInBlock(int column, int depth) throws NotOrdinaryException {
    skipSpaces();
    if (chars[at] != '\n' && chars[at] != '#') {
      return onThisLine(column, depth);
    }
    toNextLine();
    toContent();
    boolean isList = isItem();
    if (indent > column) {
      return isList ? sequence(indent, depth + 1) : mapping(indent, depth + 1);
    }
    if (indent == column && isList) {
      return sequence(indent, depth + 1);
    }
    throw new NotOrdinaryException(); // a key without a value
  }

  /** Reads a value that ends with its line; a line indented deeper would continue it. */
  private Node onThisLine(int column, int depth) throws NotOrdinaryException {
    Node value = isBrace() ? inBraces(depth + 1) : scalarInBlock();
    skipSpaces();
    if (chars[at] != '\n' && (chars[at] != '#' || chars[at - 1] != ' ')) {
      throw new NotOrdinaryException();
    }
    toNextLine();
    toContent();
    checkDedented(column);
    return value;
  }

  private Scalar scalarInBlock() throws NotOrdinaryException {
    if (isQuote()) {
      return quoted();
    }
    int end = endOfPlainInBlock();
    if (chars[end] == ':') {
      throw new NotOrdinaryException();
    }
    return plain(end);
  }

  private boolean isKeyInBlock() throws NotOrdinaryException {
    if (isQuote()) {
      int end = text.indexOf(chars[at], at + 1);
      return end > 0 && chars[end + 1] == ':';
    }
    return !isBrace() && chars[endOfPlainInBlock()] == ':';
  }

  private Scalar keyInBlock() throws NotOrdinaryException {
    return key(isQuote() ? quoted() : plain(endOfPlainInBlock()));
  }

  private Scalar key(Scalar key) throws NotOrdinaryException {
    boolean isKey = chars[at] == ':' && isBlank(chars[at + 1]);
    if (!isKey || key.written().length() > 100) {
      throw new NotOrdinaryException();
    }
    at++;
    return key;
  }

  /** The end of a plain text: before {@code ": "}, before {@code " #"}, or at the line end. */
  private int endOfPlainInBlock() {
    char[] all = chars;
    int i = at;
    char before = all[i];
    for (char c = before; c != '\n'; c = all[++i]) {
      if ((c == ':' && isBlank(all[i + 1])) || (c == '#' && before == ' ')) {
        return i;
      }
      before = c;
    }
    return i;
  }

  private Node inBraces(int depth) throws NotOrdinaryException {
    checkDepth(depth);
    return chars[at] == '{' ? mapInBraces(depth) : listInBraces(depth);
  }

  private Mapping mapInBraces(int depth) throws NotOrdinaryException {
    MappingBuilder builder = new MappingBuilder(place(), problems);
    for (boolean more = !closesAtOnce('}'); more; more = goesOn('}')) {
      Scalar key = key(scalarInBraces());
      skipBlanks();
      builder.add(key, valueInBraces(depth));
    }
    return builder.build();
  }

  private Sequence listInBraces(int depth) throws NotOrdinaryException {
    Place place = place();
    List<Node> items = new ArrayList<>();
    for (boolean more = !closesAtOnce(']'); more; more = goesOn(']')) {
      items.add(valueInBraces(depth));
    }
    return new Sequence(place, items);
  }

  private Node valueInBraces(int depth) throws NotOrdinaryException {
    return isBrace() ? inBraces(depth + 1) : scalarInBraces();
  }

  private boolean closesAtOnce(char closing) {
    at++;
    skipBlanks();
    return closes(closing);
  }

  private boolean goesOn(char closing) throws NotOrdinaryException {
    skipBlanks();
    if (closes(closing)) {
      return false;
    }
    if (chars[at] != ',') {
      throw new NotOrdinaryException();
    }
    at++;
    skipBlanks();
    return true;
  }

  private boolean closes(char closing) {
    boolean closes = chars[at] == closing;
    if (closes) {
      at++;
    }
    return closes;
  }

  private Scalar scalarInBraces() throws NotOrdinaryException {
    if (isQuote()) {
      return quoted();
    }
    return plain(endOfPlainInBraces());
  }

  private int endOfPlainInBraces() throws NotOrdinaryException {
    char[] all = chars;
    int end = at;
    while (true) {
      switch (all[end]) {
        case ',', ']', '}' -> {
          return end;
        }
        case ':' -> {
          if (isBlank(all[end + 1])) {
            return end;
          }
          throw new NotOrdinaryException();
        }
        case '\n', '[', '{', '?', '#' -> throw new NotOrdinaryException();
        default -> end++;
      }
    }
  }

  private Scalar plain(int end) throws NotOrdinaryException {
    boolean isNegative = chars[at] == '-' && Character.isDigit(chars[at + 1]);
    if (end == at || !(isNegative || mayBeginPlain(chars[at]))) {
      throw new NotOrdinaryException();
    }
    Place place = place();
    int last = end;
    while (chars[last - 1] == ' ') {
      last--;
    }
    String value = text.substring(at, last);
    at = end;
    return filled(Scalar.of(place, value, Style.PLAIN));
  }

  private static boolean mayBeginPlain(char c) {
    return (c >= 'a' && c <= 'z') || Character.isLetterOrDigit(c) || "_/.$(+<~".indexOf(c) >= 0;
  }

  private Scalar quoted() throws NotOrdinaryException {
    Place place = place();
    int start = at + 1;
    int end = endOfQuoted();
    if (chars[end + 1] == chars[at]) {
      throw new NotOrdinaryException();
    }
    at = end + 1;
    String value = text.substring(start, end);
    return filled(
        Scalar.of(place, chars[end] == '"' ? withoutEscapes(value) : value, Style.QUOTED));
  }

  private Scalar filled(Scalar scalar) {
    return mayHavePlaceholders ? placeholders.fill(scalar) : scalar;
  }

  private int endOfQuoted() throws NotOrdinaryException {
    char[] all = chars;
    char quote = all[at];
    int end = at + 1;
    while (all[end] != quote) {
      if (all[end] == '\\' && quote == '"') {
        end++;
      }
      if (all[end] == '\n') {
        throw new NotOrdinaryException();
      }
      end++;
    }
    return end;
  }

  /** Resolves the escapes of backslash and quote, and rejects others. */
  private static String withoutEscapes(String value) throws NotOrdinaryException {
    int escape = value.indexOf('\\');
    if (escape < 0) {
      return value;
    }
    StringBuilder plain = new StringBuilder(value);
    while (escape >= 0) {
      plain.deleteCharAt(escape);
      char escaped = plain.charAt(escape);
      if (escaped != '\\' && escaped != '"') {
        throw new NotOrdinaryException();
      }
      escape = plain.indexOf("\\", escape + 1);
    }
    return plain.toString();
  }

  private boolean isQuote() {
    return chars[at] == '"' || chars[at] == '\'';
  }

  private boolean isBrace() {
    return chars[at] == '{' || chars[at] == '[';
  }

  private boolean isItem() {
    return chars[at] == '-' && chars[at + 1] == ' ';
  }

  private void checkDepth(int depth) throws NotOrdinaryException {
    if (depth > DEEPEST) {
      throw new NotOrdinaryException();
    }
  }

  private void checkDedented(int column) throws NotOrdinaryException {
    if (indent > column) {
      throw new NotOrdinaryException();
    }
  }

  private void skipSpaces() {
    char[] all = chars;
    int i = at;
    while (all[i] == ' ') {
      i++;
    }
    at = i;
  }

  private void skipBlanks() {
    skipSpaces();
    while (chars[at] == '\n' && at < text.length()) {
      at++;
      line++;
      lineStart = at;
      skipSpaces();
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n';
  }

  private Place place() {
    return new Place(source, line, at - lineStart + 1);
  }
}
