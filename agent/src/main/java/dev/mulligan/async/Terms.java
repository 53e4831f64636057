package dev.mulligan.async;

import dev.mulligan.retry.Admission;
import dev.mulligan.retry.AsyncCall;
import dev.mulligan.retry.CallId;
import dev.mulligan.retry.CalledWith;
import dev.mulligan.retry.FailureKind;
import dev.mulligan.retry.Judgement;
import dev.mulligan.retry.Operation;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.Strategy;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a call is retried.
 *
 * @param judgesResults whether what the call comes to can count as a failed attempt
 */
public record Terms(
    RetryEngine engine, Operation operation, Strategy strategy, boolean judgesResults) {

  /** Such as a library of a version that lacks what is needed: the call is left as it is. */
  public void ownFailure(Throwable failure) {
    engine.ownFailure(operation, failure);
  }

  boolean onlyObserves() {
    return operation.mode() == Operation.Mode.OBSERVE;
  }

  AsyncCall begin(long start, CallId id) {
    return engine.beginAsync(operation, strategy, id, start, Admission.ALWAYS);
  }

  AsyncCall begin(long start, Invocation invocation) {
    AsyncCall begun =
        engine.beginAsync(operation, strategy, invocation.id(engine), start, Admission.ALWAYS);
    CalledWith with = invocation.calledWith(strategy);
    return with == null ? begun : begun.calledWith(with);
  }

  /** A call ended well, at its first attempt. */
  void succeeded(Invocation invocation) {
    engine.succeeded(operation, strategy, invocation.calledWith(strategy), null);
  }

  /**
   * @param start of {@link RetryEngine#now} when the first attempt began
   */
  AsyncCall begin(long start) {
    return engine.beginAsync(operation, strategy, null, start, Admission.ALWAYS);
  }

  Judgement judge(Throwable thrown) {
    return engine.judge(strategy, FailureKind.THROWN, thrown);
  }

  boolean retriesResult(@Nullable Object result) {
    return judgesResults && engine.retriesResult(strategy, result);
  }

  /** Whoever cancels a part of the work does not want it done again. */
  static boolean isCancellation(Throwable failure) {
    return unwrapped(failure) instanceof CancellationException;
  }

  /** The application's own exception, without what futures wrap around it. */
  static Throwable unwrapped(Throwable failure) {
    Throwable own = failure;
    while ((own instanceof CompletionException || own instanceof ExecutionException)
        && own.getCause() != null) {
      own = own.getCause();
    }
    return own;
  }
}
