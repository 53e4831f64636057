package dev.mulligan.match.facts;

import org.jspecify.annotations.Nullable;

/**
 * Reads the element type of a method's result from its generic signature (JVMS 4.7.9.1), and for a
 * suspend function of Kotlin the result type itself.
 */
public final class ElementTypes {

  static final String ANY = "java.lang.Object";

  /** The last parameter of a suspend function: a continuation of the result type or a supertype. */
  private static final String CONTINUATION = "Lkotlin/coroutines/Continuation<-";

  private static final String SUSPENDS = ">;)Ljava/lang/Object;";

  private ElementTypes() {}

  /**
   * The class of the result's only type argument, or its upper bound.
   *
   * @param signature null where the class file has none
   */
  public static String of(@Nullable String signature) {
    if (signature != null && signature.endsWith(SUSPENDS)) {
      int continuation = signature.lastIndexOf(CONTINUATION) + CONTINUATION.length();
      return continuation < CONTINUATION.length()
          ? ANY
          : argument(signature.substring(continuation, signature.length() - SUSPENDS.length()));
    }
    if (signature == null || !signature.endsWith(">;")) {
      return ANY;
    }
    String returned = signature.substring(signature.lastIndexOf(')') + 1);
    int from = returned.indexOf('<') + 1;
    return argument(returned.substring(from, returned.length() - 2));
  }

  private static String argument(String arguments) {
    String bound = arguments.startsWith("+") ? arguments.substring(1) : arguments;
    return endOfType(bound) == bound.length() ? erased(bound) : ANY;
  }

  private static String erased(String type) {
    int array = type.lastIndexOf('[') + 1;
    boolean isArray = type.startsWith("[");
    char kind = type.charAt(isArray ? array : 0);
    if (isArray) {
      return kind == 'T' ? ANY : TypeNames.type(withoutArguments(type));
    }
    return kind == 'L' ? TypeNames.type(withoutArguments(type)) : ANY;
  }

  private static String withoutArguments(String type) {
    int from = type.indexOf('<');
    return from < 0 ? type : type.substring(0, from) + ";";
  }

  /** The end of the first of several type arguments. */
  private static int endOfType(String arguments) {
    int at = 0;
    while (at < arguments.length() && arguments.charAt(at) == '[') {
      at++;
    }
    if (at == arguments.length() || "LT".indexOf(arguments.charAt(at)) < 0) {
      return at + 1;
    }
    int depth = 0;
    while (at < arguments.length() && (arguments.charAt(at) != ';' || depth > 0)) {
      depth += arguments.charAt(at) == '<' ? 1 : arguments.charAt(at) == '>' ? -1 : 0;
      at++;
    }
    return at + 1;
  }
}
