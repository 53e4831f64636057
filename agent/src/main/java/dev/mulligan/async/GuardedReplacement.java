package dev.mulligan.async;

import dev.mulligan.guard.AsyncGuardedCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a guarded method of some {@link Form} returns in the place of what its body did. */
public final class GuardedReplacement {

  private final GuardedStage side;
  private final Function<CompletableFuture<Object>, Object> asReturned;

  private GuardedReplacement(
      GuardedStage side, Function<CompletableFuture<Object>, Object> asReturned) {
    this.side = side;
    this.asReturned = asReturned;
  }

  /**
   * @param fallback the rule's
   * @throws IllegalStateException where a library lacks what is needed
   */
  public static GuardedReplacement of(
      Form form, Terms terms, Invocation invocation, FallbackMethod fallback) {
    if (form == Form.LISTENABLE) {
      Listenables library = Listenables.of(invocation);
      return new GuardedReplacement(
          new GuardedStage(terms.engine(), invocation, fallback, library::asStage),
          library::asListenable);
    }
    return new GuardedReplacement(
        new GuardedStage(
            terms.engine(), invocation, fallback, returned -> (CompletionStage<?>) returned),
        promised -> promised);
  }

  /** For what the first attempt returned. */
  public Object insteadOf(AsyncGuardedCall call, Object returned) {
    Object instead = asReturned.apply(side.promised());
    side.follow(call, returned);
    return instead;
  }

  /**
   * For what the first attempt threw instead of returning.
   *
   * @return null to throw it
   */
  public @Nullable Object insteadOfThrown(AsyncGuardedCall call, Throwable thrown) {
    Object instead = asReturned.apply(side.promised());
    call.followThrown(side, thrown);
    if (side.hasFailedWith(thrown)) {
      return null;
    }
    side.hearOfTheEnd(call);
    return instead;
  }

  /** For a first attempt that has yet to be made. */
  public Object insteadOfWaiting(AsyncGuardedCall call) {
    Object instead = asReturned.apply(side.promised());
    side.beginUnrun();
    call.enterLater(side);
    side.hearOfTheEnd(call);
    return instead;
  }
}
