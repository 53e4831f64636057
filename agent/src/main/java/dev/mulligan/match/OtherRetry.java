package dev.mulligan.match;

import java.util.OptionalInt;

/**
 * Another library that retries a method.
 *
 * @param library its name
 * @param because what tells so
 * @param attempts how many it makes, the first included; {@link #UNLIMITED}; empty where the code
 *     does not say
 * @param otherwise what does, then
 */
public record OtherRetry(String library, String because, OptionalInt attempts, String otherwise) {

  public static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * For people.
   *
   * @param ours how many attempts the rule makes, or {@link #UNLIMITED}
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
