package dev.mulligan.match.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses one method pattern; every error names its place and its remedy. */
final class MethodPatternParser {

  private record Word(String text, int index) {}

  private final String text;

  /** Interpreted code reads an array many times faster than a String. */
  private final char[] chars;

  private final List<TypePattern> annotations = new ArrayList<>();
  private ModifiersPattern modifiers = ModifiersPattern.ANY;

  private final String original;

  MethodPatternParser(String text) throws PatternException {
    original = text.strip();
    this.text = QuotedNames.hide(text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' '));
    this.chars = this.text.toCharArray();
  }

  MethodPattern parse() throws PatternException {
    int open = text.indexOf('(');
    if (open < 0) {
      String remedy = text.isBlank() ? "com.acme.Service.call" : text.strip();
      throw new PatternException(
          "the parameters are missing: write " + remedy + "(..)", text.length());
    }
    int close = text.indexOf(')', open);
    if (close < 0) {
      throw new PatternException("the closing ')' is missing", text.length());
    }
    List<Word> head = takeAnnotationsAndModifiers(words(0, open));
    Optional<TypePattern> returnType = returnType(head);
    Word member = head.get(head.size() - 1);
    int dot = declaringTypeEnd(member);
    return new MethodPattern(
        original,
        annotations,
        modifiers,
        returnType,
        type(new Word(member.text.substring(0, dot), member.index), true),
        methodName(new Word(member.text.substring(dot + 1), member.index + dot + 1)),
        parameters(open + 1, close),
        thrown(close + 1));
  }

  private List<Word> takeAnnotationsAndModifiers(List<Word> head) throws PatternException {
    List<Word> rest = new ArrayList<>();
    for (Word word : head) {
      if (word.text.startsWith("@")) {
        annotations.add(type(new Word(word.text.substring(1), word.index + 1), false));
      } else if (word.text.indexOf('.') < 0 && ModifiersPattern.isModifier(word.text)) {
        modifiers = modifiers.and(word.text);
      } else {
        rest.add(word);
      }
    }
    if (rest.isEmpty()) {
      throw new PatternException(
          "the method is missing: write type and method, such as com.acme.Service.call(..)",
          text.indexOf('('));
    }
    return rest;
  }

  private Optional<TypePattern> returnType(List<Word> head) throws PatternException {
    if (head.size() > 2) {
      Word first = head.get(0);
      throw new PatternException(
          "'" + first.text + "' is not a modifier; only one return type may precede the method",
          first.index);
    }
    return head.size() == 2 ? Optional.of(type(head.get(0), false)) : Optional.empty();
  }

  private static int declaringTypeEnd(Word member) throws PatternException {
    int dot = member.text.lastIndexOf('.');
    if (dot < 0) {
      throw new PatternException(
          "the declaring type is missing: write com.acme.Service."
              + member.text
              + "(..), or *..*."
              + member.text
              + "(..) for any type",
          member.index);
    }
    if (dot == 0 || member.text.charAt(dot - 1) == '.') {
      throw new PatternException(
          "the declaring type is missing before the method: write "
              + member.text.substring(0, dot + 1)
              + "*."
              + member.text.substring(dot + 1)
              + "(..) for any type",
          member.index);
    }
    return dot;
  }

  private String methodName(Word word) throws PatternException {
    if (word.text.equals("new") || word.text.startsWith("<")) {
      throw new PatternException(
          "constructors and static initialisers are never retried: name a method", word.index);
    }
    if (QuotedNames.isQuoted(word.text)) {
      return QuotedNames.show(word.text);
    }
    // Kotlin appends '-' and more to the names of some methods.
    checkName(word.index, word.index + word.text.length(), "method name", '-');
    return word.text;
  }

  private ParametersPattern parameters(int from, int to) throws PatternException {
    List<Optional<TypePattern>> types = new ArrayList<>();
    for (Word word : commaSeparated(from, to)) {
      types.add(word.text.equals("..") ? Optional.empty() : Optional.of(parameter(word)));
    }
    return new ParametersPattern(List.copyOf(types));
  }

  private TypePattern parameter(Word word) throws PatternException {
    int generic = word.text.indexOf('<');
    if (generic >= 0) {
      throw new PatternException(
          "generic types are erased: write " + word.text.substring(0, generic),
          word.index + generic);
    }
    int space = word.text.indexOf(' ');
    if (space >= 0) {
      throw new PatternException(
          "a parameter has only a type, not a name: write " + word.text.substring(0, space),
          word.index + space);
    }
    return type(word, false);
  }

  private List<TypePattern> thrown(int from) throws PatternException {
    List<TypePattern> types = new ArrayList<>();
    int start = skipSpaces(from, text.length());
    if (start == text.length()) {
      return types;
    }
    if (!text.startsWith("throws ", start)) {
      throw new PatternException(
          "after the parameters only 'throws' may follow; one pattern names one method", start);
    }
    for (Word word : commaSeparated(start + 7, text.length())) {
      types.add(type(word, false));
    }
    if (types.isEmpty()) {
      throw new PatternException(
          "'throws' names no exception: write throws java.io.IOException, or leave it out", start);
    }
    return types;
  }

  private TypePattern type(Word word, boolean mayHaveSubtypes) throws PatternException {
    String name = word.text;
    if (name.endsWith("+")) {
      if (!mayHaveSubtypes) {
        throw new PatternException(
            "'+' (with subtypes) is allowed only after the declaring type",
            word.index + name.length() - 1);
      }
      name = name.substring(0, name.length() - 1);
    }
    if (name.endsWith("...")) {
      name = name.substring(0, name.length() - 3);
    }
    while (name.endsWith("[]")) {
      name = name.substring(0, name.length() - 2);
    }
    int from = 0;
    while (from <= name.length()) {
      int dot = name.indexOf('.', from);
      int to = dot < 0 ? name.length() : dot;
      if (to > from || from == 0 || from == name.length()) {
        checkIdentifier(word.index + from, word.index + to, "type name");
      }
      from = to + 1;
    }
    if (name.contains("...")) {
      throw new PatternException(
          "a name contains three dots: write '..' for any packages", word.index);
    }
    return TypePattern.of(word.text);
  }

  private void checkIdentifier(int from, int to, String what) throws PatternException {
    checkName(from, to, what, '*');
  }

  private void checkName(int from, int to, String what, char also) throws PatternException {
    if (from == to) {
      throw new PatternException("a " + what + " is missing here", from);
    }
    char[] all = chars;
    for (int i = from; i < to; i++) {
      char c = all[i];
      boolean isAsciiLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!isAsciiLetter && c != '*' && c != also && !isPartOfName(c)) {
        throw new PatternException(
            "'" + c + "' is not allowed in a " + what + " ('*' matches any characters)", i);
      }
    }
  }

  /** Java's identifiers may contain control characters that nobody sees, patterns may not. */
  private static boolean isPartOfName(char c) {
    return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  private List<Word> words(int from, int to) {
    List<Word> words = new ArrayList<>();
    int at = from;
    while (at < to) {
      int space = text.indexOf(' ', at);
      int end = space < 0 || space > to ? to : space;
      if (end > at) {
        words.add(new Word(text.substring(at, end), at));
      }
      at = end + 1;
    }
    return words;
  }

  private List<Word> commaSeparated(int from, int to) {
    List<Word> words = new ArrayList<>();
    if (skipSpaces(from, to) == to) {
      return words;
    }
    int start = from;
    while (start <= to) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 || comma > to ? to : comma;
      int first = skipSpaces(start, end);
      words.add(new Word(text.substring(first, end).strip(), first));
      start = end + 1;
    }
    return words;
  }

  private int skipSpaces(int from, int to) {
    int at = from;
    while (at < to && Character.isWhitespace(chars[at])) {
      at++;
    }
    return at;
  }
}
