package dev.mulligan.match.pattern;

import dev.mulligan.match.facts.TypeNames;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for type names: {@code *} matches within one segment, {@code ..} matches any packages,
 * array brackets may follow, and {@code +} includes the subtypes of a declaring type.
 *
 * @param name without {@code +} and brackets; nested classes may be written with a dot
 * @param segments the parts between the dots; an empty one is {@code ..}
 * @param dimensions of an array; 0 for none
 */
public record TypePattern(
    String text, String name, List<String> segments, int dimensions, boolean withSubtypes) {

  /** Parses a text that {@link MethodPatternParser} has extracted and checked. */
  static TypePattern of(String text) {
    String rest = text;
    boolean withSubtypes = rest.endsWith("+");
    if (withSubtypes) {
      rest = rest.substring(0, rest.length() - 1);
    }
    int dimensions = 0;
    if (rest.endsWith("...")) {
      rest = rest.substring(0, rest.length() - 3);
      dimensions = 1;
    }
    while (rest.endsWith("[]")) {
      rest = rest.substring(0, rest.length() - 2);
      dimensions++;
    }
    return new TypePattern(text, rest, segmentsOf(rest), dimensions, withSubtypes);
  }

  private static List<String> segmentsOf(String name) {
    List<String> segments = new ArrayList<>();
    int from = 0;
    while (from <= name.length()) {
      int dot = name.indexOf('.', from);
      int to = dot < 0 ? name.length() : dot;
      segments.add(name.substring(from, to));
      from = to + 1;
    }
    boolean anyPackageFirst =
        segments.size() > 2 && segments.get(0).equals("*") && segments.get(1).isEmpty();
    return List.copyOf(anyPackageFirst ? segments.subList(1, segments.size()) : segments);
  }

  boolean hasWildcard() {
    return name.indexOf('*') >= 0 || name.contains("..");
  }

  /** The segments before the first wildcard, joined with dots. */
  String literalPrefix() {
    int literal = 0;
    while (literal < segments.size()
        && !segments.get(literal).isEmpty()
        && segments.get(literal).indexOf('*') < 0) {
      literal++;
    }
    return String.join(".", segments.subList(0, literal));
  }

  /**
   * @param typeName as in source code ({@code int}, {@code java.lang.String[]}); a nested class as
   *     {@code Outer$Inner}
   */
  public boolean matches(String typeName) {
    int end = typeName.length();
    int arrays = 0;
    while (end > 2 && typeName.charAt(end - 1) == ']') {
      end -= 2;
      arrays++;
    }
    if (segments.size() == 1 && segments.get(0).equals("*") && dimensions == 0) {
      return true;
    }
    return arrays == dimensions && matchesName(typeName.substring(0, end));
  }

  /** Whether the pattern has no wildcards and matches the name. */
  public boolean matchesExactly(String typeName) {
    return !hasWildcard() && matches(typeName);
  }

  /** Treats nested classes as segments like packages, unless the pattern contains a {@code $}. */
  private boolean matchesName(String name) {
    boolean isNested = name.indexOf('$') > 0 && text.indexOf('$') < 0;
    return matchesFrom(0, isNested ? TypeNames.nestedWithDots(name) : name, 0)
        || isInJavaLang(name);
  }

  private boolean isInJavaLang(String name) {
    return segments.size() == 1
        && name.startsWith("java.lang.")
        && name.indexOf('.', 10) < 0
        && Glob.matches(segments.get(0), name, 10, name.length())
        && !segments.get(0).equals("*");
  }

  private boolean matchesFrom(int segment, String name, int from) {
    if (segment == segments.size()) {
      return from == name.length() + 1;
    }
    String wanted = segments.get(segment);
    if (wanted.isEmpty()) {
      for (int at = from; at >= 0 && at <= name.length(); at = nextSegment(name, at)) {
        if (matchesFrom(segment + 1, name, at)) {
          return true;
        }
      }
      return false;
    }
    if (from > name.length()) {
      return false;
    }
    int dot = name.indexOf('.', from);
    int to = dot < 0 ? name.length() : dot;
    return Glob.matches(wanted, name, from, to) && matchesFrom(segment + 1, name, to + 1);
  }

  private static int nextSegment(String name, int from) {
    int dot = name.indexOf('.', from);
    return dot < 0 ? -1 : dot + 1;
  }

  @Override
  public String toString() {
    return text;
  }
}
