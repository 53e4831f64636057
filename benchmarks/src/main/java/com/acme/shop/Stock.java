package com.acme.shop;

import org.jspecify.annotations.Nullable;

/** The application: a method whose result tells that it failed. */
public class Stock {

  /** The method pattern for a rule. */
  public static final String METHOD = "com.acme.shop.Stock.ask(int)";

  private static final int ARTICLES = 16;

  private final @Nullable Reply[] replies = new @Nullable Reply[ARTICLES];
  private final @Nullable Reply failure;
  private boolean fails;

  /** A small record, as HTTP clients and services return them. */
  public record Reply(int statusCode, String body) {}

  /**
   * @param failure the result of a failed call
   */
  public Stock(@Nullable Reply failure) {
    this.failure = failure;
    for (int i = 0; i < ARTICLES; i++) {
      replies[i] = new Reply(200 + i % 2, "in stock");
    }
  }

  /** Allocates nothing, so that every additional byte is measurable. */
  public @Nullable Reply ask(int article) {
    return fails ? failed() : replies[article & (ARTICLES - 1)];
  }

  private @Nullable Reply failed() {
    fails = false;
    return failure;
  }

  /** Makes the next call fail. */
  public void failOnce() {
    fails = true;
  }
}
