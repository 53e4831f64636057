package dev.mulligan.async;

import dev.mulligan.retry.AsyncCall;
import dev.mulligan.retry.CalledWith;
import dev.mulligan.retry.Judgement;
import dev.mulligan.retry.Resumption;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One subscription to what a reactive method returned. Another attempt is another subscription to
 * the same source, by the library's own operators.
 */
final class SubscribedCall {

  private final Reactive library;
  private final Terms terms;
  private final @Nullable CalledWith calledWith;
  private final @Nullable ToldAttempts told;
  private final Surroundings surroundings;
  private final long start;
  private volatile @Nullable AsyncCall call;
  private volatile boolean emitted;
  private volatile boolean failed;

  private SubscribedCall(
      Reactive library, Terms terms, Invocation invocation, @Nullable CalledWith calledWith) {
    this.library = library;
    this.terms = terms;
    this.calledWith = calledWith;
    this.told = ToldAttempts.of(library, terms, invocation);
    this.surroundings = Surroundings.ofCurrentThread(invocation.owner());
    this.start = terms.engine().now();
  }

  /** See {@link Replacement}. */
  static Object insteadOf(Form form, Object returned, Terms terms, Invocation invocation) {
    Reactive library = ReactiveLibraries.of(form, invocation.owner());
    return Sources.insteadOf(library, returned, calls(library, terms, invocation));
  }

  /** See {@link Replacement}. */
  static @Nullable Object insteadOfThrown(
      Form form, Throwable thrown, Terms terms, Invocation invocation) {
    if (terms.onlyObserves() || terms.judge(thrown) == Judgement.FINAL) {
      return null;
    }
    Reactive library = ReactiveLibraries.of(form, invocation.owner());
    return Sources.insteadOfThrown(library, thrown, invocation, calls(library, terms, invocation));
  }

  private static UnaryOperator<Object> calls(Reactive library, Terms terms, Invocation invocation) {
    CalledWith with = invocation.calledWith(terms.strategy());
    return source -> subscribed(library, terms, invocation, with, source);
  }

  private static Object subscribed(
      Reactive library,
      Terms terms,
      Invocation invocation,
      @Nullable CalledWith calledWith,
      Object source) {
    try {
      return new SubscribedCall(library, terms, invocation, calledWith).retrying(source);
    } catch (Throwable own) { // then as without us
      return source;
    }
  }

  private Object retrying(Object source) {
    boolean judges = terms.judgesResults() && library.hasValue();
    Object subscribedTo = told == null ? source : library.defer(() -> told.next(source));
    Object attempt = judges ? library.judging(subscribedTo, this::rejection) : subscribedTo;
    if (library.isStream()) {
      attempt = library.onEach(attempt, element -> emitted = true);
    }
    Object retried = library.retryWhen(attempt, this::afterFailure);
    Object told = library.onTerminate(library.onCancel(retried, this::cancelled), this::terminated);
    return judges ? library.accepting(told) : told;
  }

  private @Nullable Throwable rejection(@Nullable Object value) {
    return terms.retriesResult(value) ? new RejectedResult(value) : null;
  }

  /** The signal that another attempt waits for. */
  private Object afterFailure(Throwable failure) {
    CompletableFuture<Object> wait = new CompletableFuture<>();
    try {
      if (isToBeRepeated(failure, new Signal(wait, failure))) {
        return library.signal(wait);
      }
    } catch (Throwable own) {
      // Nothing of ours may take the place of the application's failure.
    }
    failed = true;
    return library.failingSignal(failure);
  }

  private boolean isToBeRepeated(Throwable failure, Resumption next) {
    AsyncCall begun = call;
    if (begun == null) {
      begun = told == null ? terms.begin(start) : terms.begin(start, told.call());
      if (calledWith != null) {
        begun.calledWith(calledWith);
      }
      call = begun;
    }
    if (failure instanceof RejectedResult rejected) {
      return begun.returned(rejected.value(), next);
    }
    // What has been emitted can't be taken back, and would come once more.
    if (emitted || Terms.isCancellation(failure)) {
      begun.failedForGood(Terms.unwrapped(failure));
      return false;
    }
    return begun.failed(Terms.unwrapped(failure), next);
  }

  private void cancelled() {
    AsyncCall begun = call;
    if (begun != null && !begun.cancel()) {
      begun.abandoned();
    }
  }

  private void terminated() {
    AsyncCall begun = call;
    if (begun == null) {
      terms.engine().succeeded(terms.operation(), terms.strategy(), calledWith, null);
    } else if (!failed) {
      begun.succeeded();
    }
  }

  /**
   * Subscribes once more with the surroundings of the first subscriber, on the library's thread.
   */
  private final class Signal implements Resumption {
    private final CompletableFuture<Object> wait;
    private final Throwable failure;

    Signal(CompletableFuture<Object> wait, Throwable failure) {
      this.wait = wait;
      this.failure = failure;
    }

    @Override
    public void attempt() {
      schedule(() -> wait.complete(true));
    }

    @Override
    public void end() {
      failed = true;
      schedule(() -> wait.completeExceptionally(failure));
    }

    private void schedule(Runnable task) {
      try {
        library.schedule(() -> surroundings.run(task));
      } catch (Throwable rejected) {
        failed = true;
        wait.completeExceptionally(failure);
      }
    }
  }
}
