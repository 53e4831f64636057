package dev.mulligan.weave;

import dev.mulligan.gate.Gate;
import dev.mulligan.retry.RetryCall;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.weave.Binding.Results;
import org.jspecify.annotations.Nullable;

/** One call that is being retried: the gate of its further attempts. */
final class WovenCall extends Gate {

  private final RetryCall call;
  private final Results results;

  WovenCall(RetryEngine engine, Binding binding) {
    call = engine.begin(binding.operation(), binding.strategy());
    results = binding.results();
  }

  @Override
  protected @Nullable Object onThrown(int id, @Nullable Object self, Throwable thrown) {
    return call.failed(thrown) ? this : null;
  }

  @Override
  protected @Nullable Object onReturned(int id, @Nullable Object self, @Nullable Object result) {
    if (results == Results.JUDGED) {
      return call.returned(result) ? this : null;
    }
    call.succeeded();
    return null;
  }

  /** Whoever takes over lets calls in flight end as they began. */
  @Override
  public void leave() {}
}
