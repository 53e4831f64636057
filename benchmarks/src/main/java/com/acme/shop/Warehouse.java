package com.acme.shop;

/** The application when its service is down: one method that fails as often as it is told to. */
public class Warehouse {

  /** As a rule names it. */
  public static final String METHOD = "com.acme.shop.Warehouse.reserve(int)";

  private int failures;
  private long attempts;

  /** Without a stack trace, which would cost more than everything that is measured. */
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

  /** Makes so many attempts fail from now on. */
  public void fail(int times) {
    failures = times;
  }

  /** So far. */
  public long attempts() {
    return attempts;
  }
}
