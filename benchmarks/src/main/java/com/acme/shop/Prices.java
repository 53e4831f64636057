package com.acme.shop;

import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;

/** The application: one method, small enough that every nanosecond around it shows. */
public class Prices {

  /** As a rule names it. */
  public static final String METHOD = "com.acme.shop.Prices.price(int)";

  private final long[] net = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3};
  private int failures;

  /** The annotation speaks to Spring's proxy only. */
  @Retryable(maxAttempts = 3, backoff = @Backoff(delay = 1))
  public long price(int article) {
    if (failures > 0) {
      fail();
    }
    return net[article & 15] + article;
  }

  private void fail() {
    failures--;
    throw new IllegalStateException("once");
  }

  /** Takes a failure back that no call has met. */
  public void recover() {
    failures = 0;
  }

  /** Makes the next call fail. */
  public void failOnce() {
    failures = 1;
  }
}
