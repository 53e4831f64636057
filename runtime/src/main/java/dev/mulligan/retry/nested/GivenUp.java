package dev.mulligan.retry.nested;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An exception or a result that a rule gave up on, with its thread and time. Kept small, because
 * each final failure creates one.
 */
class GivenUp extends WeakReference<Object> {

  private static final long NOTIFIED = 1;

  /** The lower half of the thread's id, which distinguishes threads well enough for a second. */
  private final int thread;

  /** The time in nanoseconds; its lowest bit says whether a notification was sent. */
  private final long nanosAndNotified;

  /**
   * The calls that this thread was in, the innermost first, if they can matter. The call itself is
   * one of them.
   */
  private final int @Nullable [] calls;

  private volatile boolean over;

  GivenUp(
      @Nullable Object failure, long thread, long nanos, boolean notified, int @Nullable [] calls) {
    super(failure);
    this.thread = (int) thread;
    this.nanosAndNotified = (nanos & ~NOTIFIED) | (notified ? NOTIFIED : 0);
    this.calls = calls;
  }

  /** Whether it is this very object, and not too old. */
  boolean isAbout(Object failure, int asking, long since) {
    return isSince(since)
        && Threading.mayBeTheSame(thread, asking)
        && identifies()
        && refersTo(failure);
  }

  boolean isSince(long since) {
    return (nanosAndNotified | NOTIFIED) - since >= 0;
  }

  boolean isNotified() {
    return (nanosAndNotified & NOTIFIED) != 0;
  }

  /** Whether it is of this thread and still counts. */
  boolean isOpenOn(int asking) {
    return !over && thread == asking;
  }

  /** Whether it was given up on inside another call. */
  boolean isInsideCalls() {
    return calls != null;
  }

  /** Whether it was given up on inside the innermost of these calls. */
  boolean isInside(int[] outer) {
    int[] inner = calls;
    return inner != null
        && outer.length > 0
        && inner.length > outer.length
        && Arrays.equals(inner, inner.length - outer.length, inner.length, outer, 0, outer.length);
  }

  /**
   * Whether it is behind an outcome of an attempt that ends now, on its thread.
   *
   * @param returned whether the attempt ends with a result
   * @param start of the attempt
   */
  boolean isBehind(
      @Nullable Object result, boolean returned, Threading threading, long start, long now) {
    if (!isSince(start) || !(returned || isResult())) {
      return false;
    }
    if (isBeingDelivered()) {
      return threading == Threading.ANY;
    }
    // An asynchronous attempt that ends on this thread need not have anything to do with a call
    // that the thread made before.
    return threading != Threading.ANY && (isSince(now - NestedFailures.WINDOW) || hasValue(result));
  }

  /** Ends it: whatever fails from now on does not come from it. */
  void close() {
    over = true;
  }

  /** Whether the object's identity shows that it is this failure and no other one. */
  boolean identifies() {
    return true;
  }

  boolean isResult() {
    return false;
  }

  /** Whether it is an equal null, number, character or truth value. */
  boolean hasValue(@Nullable Object result) {
    return false;
  }

  /** Whether the thread hands it to those who wait for it now. */
  boolean isBeingDelivered() {
    return false;
  }
}
