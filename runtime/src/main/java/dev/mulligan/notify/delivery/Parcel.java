package dev.mulligan.notify.delivery;

import dev.mulligan.notify.content.Message;
import java.io.IOException;

/** One channel's copy of a notification, in the channel's lane. */
record Parcel(Dispatch dispatch, int slot) {

  Message message() throws IOException {
    return dispatch.message();
  }

  /** Whether it survives the process. */
  boolean isStored() {
    return dispatch.isStored();
  }

  void delivered() {
    dispatch.delivered(slot);
  }

  /** Tried, and given up. */
  void failed() {
    dispatch.failed(slot);
  }

  /** Never tried. */
  void dropped() {
    dispatch.dropped(slot);
  }
}
