package dev.mulligan.notify;

import java.util.OptionalInt;
import java.util.Set;

/**
 * A channel's tag with its stage in an escalation chain: {@code 1:oncall}; a tag without a number
 * belongs to the first stage.
 *
 * @param stage 0 to {@value #LAST}
 */
record StagedTag(int stage, String name) {

  static final int LAST = 99;

  /** Whether the text starts with a number and a colon. */
  static boolean isStaged(String written) {
    int colon = written.indexOf(':');
    for (int i = 0; i < colon; i++) {
      if (written.charAt(i) < '0' || written.charAt(i) > '9') {
        return false;
      }
    }
    return colon > 0;
  }

  /**
   * @throws IllegalArgumentException with a message for people
   */
  static StagedTag of(String written) {
    if (!isStaged(written)) {
      return new StagedTag(0, written);
    }
    int colon = written.indexOf(':');
    String name = written.substring(colon + 1);
    // A longer number may not fit an int.
    int stage = colon > 2 ? LAST + 1 : Integer.parseInt(written.substring(0, colon));
    if (name.isEmpty() || stage > LAST) {
      throw new IllegalArgumentException(
          "'"
              + written
              + "' is no stage of an escalation chain: write a number from 0 to 99, a colon and a"
              + " tag, such as 1:oncall");
    }
    return new StagedTag(stage, name);
  }

  /** Returns the earliest stage of a tag with this name. */
  static OptionalInt stage(String name, Set<String> channelTags) {
    OptionalInt earliest = OptionalInt.empty();
    for (String written : channelTags) {
      StagedTag tag = of(written);
      if (tag.name().equals(name) && (earliest.isEmpty() || tag.stage() < earliest.getAsInt())) {
        earliest = OptionalInt.of(tag.stage());
      }
    }
    return earliest;
  }
}
