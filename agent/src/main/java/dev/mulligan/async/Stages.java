package dev.mulligan.async;

import dev.mulligan.retry.Resumption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Methods that return a {@link CompletionStage}. */
final class Stages {

  private Stages() {}

  /** Whether it is clear at once, for next to nothing, that there is nothing to retry. */
  static boolean isFine(@Nullable Object returned, Terms terms) {
    return returned == null
        || (returned.getClass() == CompletableFuture.class
            && isFine((CompletableFuture<?>) returned, terms));
  }

  private static boolean isFine(CompletableFuture<?> returned, Terms terms) {
    return returned.isDone()
        && !returned.isCompletedExceptionally()
        && !terms.retriesResult(returned.getNow(null));
  }

  static boolean isFailed(Object returned) {
    return returned.getClass() == CompletableFuture.class
        && ((CompletableFuture<?>) returned).isCompletedExceptionally();
  }

  /** See {@link Replacement}. */
  static @Nullable Object insteadOf(Object returned, Terms terms, Invocation invocation) {
    CompletionStage<?> first = (CompletionStage<?>) returned;
    if (terms.onlyObserves()) {
      observe(first, terms);
      return null;
    }
    CompletableFuture<Object> promised = promise(first);
    return invocation.returnType().isInstance(promised)
            && new StageCall(terms, invocation, promised, Stages::asStage).follows(first)
        ? promised
        : null;
  }

  /** See {@link Replacement}. */
  static @Nullable Object insteadOfThrown(Throwable thrown, Terms terms, Invocation invocation) {
    CompletableFuture<Object> promised = new CompletableFuture<>();
    return invocation.returnType().isInstance(promised)
            && new StageCall(terms, invocation, promised, Stages::asStage).followsThrown(thrown)
        ? promised
        : null;
  }

  /** A class of the application's own makes its equals; the JDK's may hide how to complete them. */
  private static CompletableFuture<Object> promise(CompletionStage<?> first) {
    return first instanceof CompletableFuture<?> future
            && future.getClass().getClassLoader() != null
        ? future.newIncompleteFuture()
        : new CompletableFuture<>();
  }

  private static CompletionStage<?> asStage(Object returned) {
    return (CompletionStage<?>) returned;
  }

  static void observe(CompletionStage<?> first, Terms terms) {
    long start = terms.engine().now();
    first.whenComplete(
        (result, thrown) -> {
          if (thrown != null && !Terms.isCancellation(thrown)) {
            terms.begin(start).failed(Terms.unwrapped(thrown), new NoResumption());
          } else if (thrown == null && terms.judgesResults()) {
            terms.begin(start).returned(result, new NoResumption());
          }
        });
  }

  /** A call that is only observed does not wait. */
  private static final class NoResumption implements Resumption {
    @Override
    public void attempt() {}

    @Override
    public void end() {}
  }
}
