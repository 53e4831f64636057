package results;

public final class BusyException extends Exception {
  private final Object retryAfter;

  BusyException(Object retryAfter) {
    this.retryAfter = retryAfter;
  }

  public Object getRetryAfter() {
    return retryAfter;
  }
}
