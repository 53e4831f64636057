package dev.mulligan.thread;

import java.io.IOException;
import java.time.Duration;

/**
 * Cancels work at a deadline. OkHttp's own time-outs are not used: they need Okio's watchdog
 * thread, which stays for a minute after the last call and would hold Mulligan's class loader.
 */
public final class Deadlines implements AutoCloseable {

  private final LazyTimer timer = new LazyTimer("deadline");

  /**
   * Sets a deadline. Close it when the work is done in time.
   *
   * @throws IOException after {@link #close}
   */
  public Deadline after(Duration limit, Runnable cancellation) throws IOException {
    Deadline deadline = new Deadline(timer, cancellation);
    if (!timer.set(deadline, limit)) {
      throw new IOException("the notifier is closed");
    }
    return deadline;
  }

  @Override
  public void close() {
    timer.closeAndAwaitEnd();
  }

  /** The deadline of one request. */
  public static final class Deadline extends Alarm implements AutoCloseable {
    private final Timer timer;
    private final Runnable cancellation;
    private volatile boolean hasPassed;

    private Deadline(Timer timer, Runnable cancellation) {
      this.timer = timer;
      this.cancellation = cancellation;
    }

    /** Whether the deadline passed and the work was cancelled. */
    public boolean hasPassed() {
      return hasPassed;
    }

    @Override
    public void close() {
      boolean unused = timer.unset(this);
    }

    @Override
    protected void onExpiry() {
      // Set first: the call may end, and its thread read the flag, while the cancellation is still
      // running.
      hasPassed = true;
      cancellation.run();
    }

    @Override
    protected void onTimerClosed() {}
  }
}
