package dev.mulligan.weave;

import dev.mulligan.async.FallbackMethod;
import dev.mulligan.async.GuardedSuspension;
import dev.mulligan.async.Invocation;
import dev.mulligan.async.Terms;
import dev.mulligan.gate.Gate;
import dev.mulligan.guard.GuardedOperation;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** One call of a guarded suspend function, as far as it is on its caller's thread. */
final class WovenSuspension extends Gate {

  private final GuardedSuspension.Function function;
  private @Nullable GuardedSuspension suspension;

  private WovenSuspension(GuardedSuspension.Function function) {
    this.function = function;
  }

  /** The guards of a rule at a suspend function. */
  static Entrance guards(
      WovenMethod method, GuardedOperation guarded, Terms terms, FallbackMethod fallback) {
    boolean returnsNothing = method.facts().element().equals("kotlin.Unit");
    GuardedSuspension.Function function =
        new GuardedSuspension.Function(method.id(), guarded, terms, fallback, returnsNothing);
    return self -> new WovenSuspension(function);
  }

  @Override
  protected @Nullable Object onInstead(
      Class<?> owner,
      @Nullable Object self,
      @Nullable Object continuation,
      MethodHandle again,
      @Nullable Object[] arguments) {
    if (continuation == null) {
      return null;
    }
    try {
      Invocation invocation = new Invocation(function.method(), owner, self, again, arguments);
      GuardedSuspension.Begun begun = GuardedSuspension.begin(function, invocation, continuation);
      suspension = begun.suspension();
      return begun.entry();
    } catch (Throwable own) {
      function.terms().ownFailure(own);
      return null;
    }
  }

  @Override
  protected @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable thrown, @Nullable Object @Nullable [] arguments) {
    return suspension == null ? null : suspension.threw(thrown);
  }

  @Override
  protected @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    return suspension == null ? null : suspension.returned(result);
  }

  /** As with every call in flight. */
  @Override
  public void leave() {}
}
