package com.acme.shop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The application when an asynchronous service is down. */
public class Parcels {

  /** The method pattern for a rule. */
  public static final String METHOD = "com.acme.shop.Parcels.track(int)";

  private final AtomicInteger attempts = new AtomicInteger();

  public CompletableFuture<String> track(int parcel) {
    attempts.incrementAndGet();
    return CompletableFuture.failedFuture(new Warehouse.UnavailableException());
  }

  /** The number of attempts so far. */
  public int attempts() {
    return attempts.get();
  }
}
