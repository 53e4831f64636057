package dev.mulligan.retry.nested;

import org.jspecify.annotations.Nullable;

/** Answers what {@link AgentEngine} asks, perhaps in another version. */
public final class Answers {

  static final String GAVE_UP = "gaveUp";
  static final String FIND = "find";

  private Answers() {}

  /**
   * @param values in the order of the parameters of {@link OtherEngine}; later versions may append
   *     some
   * @return the answer; null if there is none
   * @throws RuntimeException if the values are not as expected
   */
  public static @Nullable Object of(
      NestedFailures nested, String question, @Nullable Object[] values) {
    return switch (question) {
      case GAVE_UP -> {
        nested.addOfOther(
            values[0],
            is(values[1]),
            is(values[2]),
            Threading.valueOf(String.valueOf(values[3])),
            number(values[4]),
            is(values[5]));
        yield null;
      }
      case FIND ->
          nested
              .findForOther(
                  values[0],
                  is(values[1]),
                  Threading.valueOf(String.valueOf(values[2])),
                  number(values[3]),
                  number(values[4]))
              .orElse(null);
      default -> null;
    };
  }

  private static boolean is(@Nullable Object value) {
    return value instanceof Boolean is && is;
  }

  private static long number(@Nullable Object value) {
    return value instanceof Long number ? number : NestedFailures.UNSEEN;
  }
}
