package dev.mulligan.match;

import java.util.OptionalInt;

/**
 * Another library that retries a method.
 *
 * @param library its name
 * @param because the evidence, such as an annotation
 * @param attempts the number of its attempts, the first included; {@link #UNLIMITED}; empty where
 *     the class file does not tell
 * @param otherwise describes the number where {@code attempts} is empty
 */
public record OtherRetry(String library, String because, OptionalInt attempts, String otherwise) {

  public static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * The message for the user.
   *
   * @param ours the maximum attempts of the rule, or {@link #UNLIMITED}
   */
  public String times(int ours) {
    String start = library + " retries it too (" + because + "): ";
    if (attempts.isEmpty()) {
      return start + "the attempts multiply, " + text(ours) + " × " + otherwise;
    }
    int theirs = attempts.getAsInt();
    boolean endless = ours == UNLIMITED || theirs == UNLIMITED;
    return start
        + "the attempts multiply, "
        + text(ours)
        + " × "
        + text(theirs)
        + (endless ? "" : " = " + Math.multiplyFull(ours, theirs));
  }

  private static String text(int attempts) {
    return attempts == UNLIMITED ? "unlimited" : String.valueOf(attempts);
  }
}
