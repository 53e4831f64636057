package dev.mulligan.async;

import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.retry.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * What a guarded method of some {@link Form} that is subscribed to returns in the place of what its
 * body did. Its guards are asked for each subscriber; the method's own call is none of theirs.
 *
 * @param fallback the rule's
 */
public record GuardedSources(
    Form form, GuardedOperation guarded, Terms terms, FallbackMethod fallback) {

  /**
   * For what the body returned.
   *
   * @throws IllegalStateException where the library lacks what is needed
   */
  public Object insteadOf(Object returned, Invocation invocation) {
    Reactive library = ReactiveLibraries.of(form, invocation.owner());
    return Sources.insteadOf(library, returned, source -> guarded(library, invocation, source));
  }

  /**
   * For what the body threw instead of returning.
   *
   * @return null to throw it
   * @throws IllegalStateException as above
   */
  public @Nullable Object insteadOfThrown(Throwable thrown, Invocation invocation) {
    if (terms.judge(thrown) == Judgement.FINAL) {
      return null;
    }
    Reactive library = ReactiveLibraries.of(form, invocation.owner());
    return Sources.insteadOfThrown(
        library, thrown, invocation, source -> guarded(library, invocation, source));
  }

  private Object guarded(Reactive library, Invocation invocation, Object source) {
    return GuardedSubscription.instead(library, this, invocation, source);
  }
}
