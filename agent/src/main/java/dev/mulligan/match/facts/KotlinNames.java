package dev.mulligan.match.facts;

/**
 * The names that people write in Kotlin for those in class files. The compiler appends {@code -}
 * and seven characters to a function with a value class among its parameters, and {@code $} and the
 * module's name to an internal one.
 *
 * @see <a href="https://kotlinlang.org/docs/inline-classes.html#mangling">Mangling of functions
 *     with value classes</a>
 */
final class KotlinNames {

  /** The annotation of every class that Kotlin's compiler makes. */
  static final String METADATA = "Lkotlin/Metadata;";

  private static final int HASH = 7;

  private KotlinNames() {}

  static String source(String name) {
    int module = name.indexOf('$', 1);
    String own = module < 0 ? name : name.substring(0, module);
    int dash = own.length() - HASH - 1;
    return dash > 0 && own.charAt(dash) == '-' && isHash(own, dash + 1)
        ? own.substring(0, dash)
        : own;
  }

  private static boolean isHash(String name, int from) {
    for (int i = from; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!isLetter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
