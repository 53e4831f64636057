package dev.mulligan.notify.delivery;

import dev.mulligan.notify.content.Message;
import java.io.IOException;

/**
 * One channel's copy of a notification, in the channel's lane.
 *
 * @param passed how often it was put back and the channel took others before it failed again
 * @param sentBefore what the channel had taken when it was put back; negative when it never was
 */
record Parcel(Dispatch dispatch, int slot, int passed, long sentBefore) {

  /** One that was not tried yet. */
  Parcel(Dispatch dispatch, int slot) {
    this(dispatch, slot, 0, -1);
  }

  /**
   * The same for another time.
   *
   * @param sent what the channel has taken by now
   */
  Parcel again(long sent) {
    boolean isPassed = sentBefore >= 0 && sent > sentBefore;
    return new Parcel(dispatch, slot, isPassed ? passed + 1 : passed, sent);
  }

  Message message() throws IOException {
    return dispatch.message();
  }

  /** Whether it survives the process. */
  boolean isStored() {
    return dispatch.isStored();
  }

  /** Whether others are asked when this channel fails. */
  boolean escalates() {
    return dispatch.escalates(slot);
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
