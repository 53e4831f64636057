package dev.mulligan.notify.lane;

import dev.mulligan.notify.content.Message;
import java.io.IOException;

/**
 * One channel's copy of a notification, in the queue of its lane.
 *
 * @param passed how often it was put back and failed again although the channel accepted others
 *     meanwhile
 * @param sentBefore how many notifications the channel had accepted when it was put back; negative
 *     if it never was
 */
record QueuedNotification(Delivery delivery, int slot, int passed, long sentBefore) {

  /** Creates a copy that was not tried yet. */
  QueuedNotification(Delivery delivery, int slot) {
    this(delivery, slot, 0, -1);
  }

  /**
   * Returns the copy for another round.
   *
   * @param sent how many notifications the channel has accepted by now
   */
  QueuedNotification again(long sent) {
    boolean isPassed = sentBefore >= 0 && sent > sentBefore;
    return new QueuedNotification(delivery, slot, isPassed ? passed + 1 : passed, sent);
  }

  /** Whether it was tried before and put back. */
  boolean wasPutBack() {
    return sentBefore >= 0;
  }

  /** Returns a number that all notifications of its incident share. */
  int incident() {
    return delivery.incident();
  }

  Message message() throws IOException {
    return delivery.message();
  }

  /** Whether it is stored in the outbox. */
  boolean isStored() {
    return delivery.isStored();
  }

  /** Whether another stage follows if this channel fails. */
  boolean escalates() {
    return delivery.escalates(slot);
  }

  void delivered() {
    delivery.delivered(slot);
  }

  /** Records a final failure. */
  void failed() {
    delivery.failed(slot);
  }

  /** Records that it was never tried. */
  void dropped() {
    delivery.dropped(slot);
  }
}
