package dev.mulligan.notify.outbox;

/** What has become of one channel's copy of a stored notification. */
public enum SlotState {
  /** Not asked yet: it may never be, when an earlier stage of the chain takes the notification. */
  WAITING('w'),
  OWED('o'),
  DELIVERED('d'),
  /** Given up. */
  LOST('l');

  private final byte code;

  SlotState(char code) {
    this.code = (byte) code;
  }

  /** As it stands in the file. */
  byte code() {
    return code;
  }

  /** What is not understood is owed: better twice than never. */
  static SlotState of(byte code) {
    for (SlotState state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    return OWED;
  }
}
