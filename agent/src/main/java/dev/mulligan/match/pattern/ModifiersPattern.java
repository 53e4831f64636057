package dev.mulligan.match.pattern;

import java.lang.reflect.Modifier;
import java.util.Map;

/** The modifiers that a method must have or, written with {@code !}, must not have. */
record ModifiersPattern(int required, int forbidden) {

  static final ModifiersPattern ANY = new ModifiersPattern(0, 0);

  private static final Map<String, Integer> BITS =
      Map.of(
          "public", Modifier.PUBLIC,
          "protected", Modifier.PROTECTED,
          "private", Modifier.PRIVATE,
          "static", Modifier.STATIC,
          "final", Modifier.FINAL,
          "abstract", Modifier.ABSTRACT,
          "synchronized", Modifier.SYNCHRONIZED,
          "native", Modifier.NATIVE,
          "strictfp", Modifier.STRICT);

  static boolean isModifier(String word) {
    return BITS.containsKey(word.startsWith("!") ? word.substring(1) : word);
  }

  ModifiersPattern and(String word) {
    return word.startsWith("!")
        ? new ModifiersPattern(required, forbidden | BITS.getOrDefault(word.substring(1), 0))
        : new ModifiersPattern(required | BITS.getOrDefault(word, 0), forbidden);
  }

  boolean matches(int access) {
    return (access & required) == required && (access & forbidden) == 0;
  }
}
