package dev.mulligan.weave;

import dev.mulligan.gate.Gate;
import org.jspecify.annotations.Nullable;

/** A first attempt that has ended: nothing is asked of it but what is returned instead. */
abstract class EndedAttempt extends Gate {

  @Override
  protected final @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable thrown, @Nullable Object @Nullable [] arguments) {
    return null;
  }

  @Override
  protected final @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    return null;
  }

  /** As with every call in flight. */
  @Override
  public final void leave() {}
}
