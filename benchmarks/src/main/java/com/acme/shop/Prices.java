package com.acme.shop;

import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;

/** An application with one method, so small that every additional nanosecond is measurable. */
public class Prices {

  /** The method pattern for a rule. */
  public static final String METHOD = "com.acme.shop.Prices.price(int)";

  private final long[] net = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3};
  private int failures;

  /** The annotation is for Spring's proxy only. */
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

  /** Cancels a requested failure that no call has reached. */
  public void recover() {
    failures = 0;
  }

  /** Makes the next call fail. */
  public void failOnce() {
    failures = 1;
  }
}
