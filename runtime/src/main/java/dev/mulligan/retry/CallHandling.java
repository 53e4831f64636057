package dev.mulligan.retry;

import org.jspecify.annotations.Nullable;

/** What is done about a call: see {@link RetryCall}. */
sealed interface CallHandling permits LiveCall, ObservedCall, InertCall {

  boolean failed(Throwable thrown);

  boolean failed(Throwable thrown, Judgement judgement);

  boolean returned(@Nullable Object result);

  void succeeded();
}
