package dev.mulligan.retry;

/**
 * Something that is to happen after a time, on the thread on which all asynchronous calls wait; see
 * {@link RetryEngine#set}.
 */
public abstract class Alarm extends Wait {

  /**
   * Its time has come. Called on a thread that all calls share, where neither the application's
   * code may run nor anything that blocks; must not throw.
   */
  protected abstract void rings();

  /** All waiting is ended before its time, and this with it. On such a thread, too. */
  protected abstract void endsEarly();

  @Override
  final void over(boolean cutShort) {
    if (cutShort) {
      endsEarly();
    } else {
      rings();
    }
  }
}
