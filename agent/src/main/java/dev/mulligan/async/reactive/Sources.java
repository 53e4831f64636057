package dev.mulligan.async.reactive;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.Invocation;
import dev.mulligan.retry.Judgement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What a reactive method returns in the place of what its body did: a call for each subscriber. Its
 * guards are asked for each of them; the method's own call is none of theirs.
 */
public final class Sources {

  private Sources() {}

  /**
   * For what the body returned.
   *
   * @throws IllegalStateException where the library lacks what is needed
   */
  public static Object insteadOf(AsyncMethod method, Object returned, Invocation invocation) {
    Reactive library = ReactiveLibraries.of(method.form(), invocation.owner());
    return insteadOf(library, method, returned, invocation);
  }

  private static Object insteadOf(
      Reactive library, AsyncMethod method, Object source, Invocation invocation) {
    return library.defer(() -> SubscribedCall.instead(library, method, invocation, source));
  }

  /**
   * For what the body threw. The first subscriber gets the exception as a failure; whoever comes
   * after it calls the method.
   *
   * @return null to throw it
   * @throws IllegalStateException as above
   */
  public static @Nullable Object insteadOfThrown(
      AsyncMethod method, Throwable thrown, Invocation invocation) {
    if (method.operation().isObserved() || method.operation().judge(thrown) == Judgement.FINAL) {
      return null;
    }
    Reactive library = ReactiveLibraries.of(method.form(), invocation.owner());
    AtomicBoolean told = new AtomicBoolean();
    Object source =
        library.defer(
            () ->
                told.getAndSet(true) ? calledAgain(library, invocation) : library.failing(thrown));
    return insteadOf(library, method, source, invocation);
  }

  private static Object calledAgain(Reactive library, Invocation invocation) {
    try {
      Object source = invocation.run();
      return source == null ? library.failing(new NullPointerException()) : source;
    } catch (Throwable thrown) {
      return library.failing(thrown);
    }
  }
}
