package dev.mulligan.notify.lane;

import dev.mulligan.notify.content.Message;
import java.io.IOException;

/**
 * One channel's copy of a notification, in the channel's lane.
 *
 * @param passed how often it was put back and the channel took others before it failed again
 * @param sentBefore what the channel had taken when it was put back; negative when it never was
 */
record QueuedNotification(Delivery delivery, int slot, int passed, long sentBefore) {

  /** One that was not tried yet. */
  QueuedNotification(Delivery delivery, int slot) {
    this(delivery, slot, 0, -1);
  }

  /**
   * The same for another time.
   *
   * @param sent what the channel has taken by now
   */
  QueuedNotification again(long sent) {
    boolean isPassed = sentBefore >= 0 && sent > sentBefore;
    return new QueuedNotification(delivery, slot, isPassed ? passed + 1 : passed, sent);
  }

  Message message() throws IOException {
    return delivery.message();
  }

  /** Whether it survives the process. */
  boolean isStored() {
    return delivery.isStored();
  }

  /** Whether others are asked when this channel fails. */
  boolean escalates() {
    return delivery.escalates(slot);
  }

  void delivered() {
    delivery.delivered(slot);
  }

  /** Tried, and given up. */
  void failed() {
    delivery.failed(slot);
  }

  /** Never tried. */
  void dropped() {
    delivery.dropped(slot);
  }
}
