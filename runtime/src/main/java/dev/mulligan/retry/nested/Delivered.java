package dev.mulligan.retry.nested;

/** A failure that a thread hands to those who wait for an asynchronous call. */
final class Delivered extends GivenUp {

  private final boolean result;

  Delivered(boolean result, long thread, long nanos, boolean notified) {
    super(null, thread, nanos, notified, null);
    this.result = result;
  }

  @Override
  boolean isResult() {
    return result;
  }

  @Override
  boolean identifies() {
    return false;
  }

  @Override
  boolean isBeingDelivered() {
    return true;
  }
}
