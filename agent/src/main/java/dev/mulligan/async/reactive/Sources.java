package dev.mulligan.async.reactive;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.Invocation;
import dev.mulligan.retry.Judgement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Creates the retrying source that a reactive method returns instead of its own. Each subscription
 * is a call: it passes the guards; the call of the method itself does not.
 */
public final class Sources {

  private Sources() {}

  /**
   * Wraps the source that the body returned.
   *
   * @throws IllegalStateException where the library lacks a needed method
   */
  public static Object replaceReturned(AsyncMethod method, Object returned, Invocation invocation) {
    Reactive library = ReactiveLibraries.of(method.form(), invocation.owner());
    return replaceReturned(library, method, returned, invocation);
  }

  private static Object replaceReturned(
      Reactive library, AsyncMethod method, Object source, Invocation invocation) {
    return library.defer(() -> SubscribedCall.retrying(library, method, invocation, source));
  }

  /**
   * Creates a source for an exception that the body threw. The first subscriber gets the exception
   * as a failure; each later subscriber calls the method again.
   *
   * @return null to throw the exception
   * @throws IllegalStateException where the library lacks a needed method
   */
  public static @Nullable Object replaceThrown(
      AsyncMethod method, Throwable thrown, Invocation invocation) {
    if (method.operation().isObserved() || method.operation().judge(thrown) == Judgement.FINAL) {
      return null;
    }
    Reactive library = ReactiveLibraries.of(method.form(), invocation.owner());
    AtomicBoolean delivered = new AtomicBoolean();
    Object source =
        library.defer(
            () ->
                delivered.getAndSet(true)
                    ? calledAgain(library, invocation)
                    : library.failing(thrown));
    return replaceReturned(library, method, source, invocation);
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
