package com.acme.shop;

/** An application whose service is down: its only method fails a given number of times. */
public class Warehouse {

  /** The method pattern for a rule. */
  public static final String METHOD = "com.acme.shop.Warehouse.reserve(int)";

  private int failures;
  private long attempts;

  /** An exception without a stack trace, which would cost more than everything measured. */
  public static final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnavailableException() {
      super("unavailable", null, false, false);
    }
  }

  public long reserve(int article) {
    attempts++;
    if (failures > 0) {
      failures--;
      throw new UnavailableException();
    }
    return article;
  }

  /** Makes this number of attempts fail from now on. */
  public void fail(int times) {
    failures = times;
  }

  /** The number of attempts so far. */
  public long attempts() {
    return attempts;
  }
}
