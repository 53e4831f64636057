package dev.mulligan.notify.outbox;

/** The state of one channel's copy of a stored notification. */
public enum SlotState {
  /** Not due yet: it never will be if an earlier stage of the chain accepts the notification. */
  WAITING('w'),
  OWED('o'),
  DELIVERED('d'),
  /** Finally failed. */
  LOST('l');

  private final byte code;

  SlotState(char code) {
    this.code = (byte) code;
  }

  /** Returns the byte in the file. */
  byte code() {
    return code;
  }

  /** An unknown code counts as owed: a duplicate is better than a loss. */
  static SlotState of(byte code) {
    for (SlotState state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    return OWED;
  }
}
