package dev.mulligan.notify.delivery;

import dev.mulligan.log.Log;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.content.Message;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One notification on its way to several channels; says so when the last one is through with it.
 */
final class Dispatch {

  private final Notification notification;
  private final Function<Notification, Message> writer;
  private final Log log;
  private final int channels;

  // Guarded by this.
  private @Nullable Message message;
  private int waiting;
  private int delivered;

  Dispatch(
      Notification notification, int channels, Function<Notification, Message> writer, Log log) {
    this.notification = notification;
    this.writer = writer;
    this.log = log;
    this.channels = channels;
    this.waiting = channels;
  }

  /** Written at the first call, on a thread of the notifier. */
  synchronized Message message() {
    if (message == null) {
      message = writer.apply(notification);
    }
    return message;
  }

  /** One channel has it. */
  void delivered() {
    if (isLast(1)) {
      report();
    }
  }

  /** One channel will not get it. */
  void failed() {
    if (isLast(0)) {
      report();
    }
  }

  /** One channel was never tried. Reports nothing: there may be thousands of them. */
  void dropped() {
    isLast(0);
  }

  private synchronized boolean isLast(int successes) {
    delivered += successes;
    waiting--;
    return waiting == 0;
  }

  private void report() {
    String what = notification.isResolved() ? "Recovery" : notification.type().title();
    log.info(what + " sent to " + outOf(reached()));
  }

  private synchronized int reached() {
    return delivered;
  }

  private String outOf(int reached) {
    String all = channels == 1 ? "1 channel" : channels + " channels";
    if (reached == channels) {
      return all;
    }
    return (reached == 0 ? "none" : String.valueOf(reached)) + " of " + all;
  }
}
