package dev.mulligan.async.reactive;

import static dev.mulligan.async.Library.call;

import dev.mulligan.async.Form;
import dev.mulligan.async.Library;
import dev.mulligan.async.LibraryParts;
import java.util.concurrent.CompletableFuture;

/**
 * The signals for RxJava's {@code retryWhen}: {@code Flowable}s, or {@code Observable}s for an
 * {@code Observable}.
 */
final class RxSignals extends LibraryParts {

  private static final String SCHEDULERS = "io.reactivex.rxjava3.schedulers.Schedulers";

  private static final int CONCAT_MAP = 0;
  private static final int FROM_STAGE = 1;
  private static final int FAILING = 2;
  private static final int COMPUTATION = 3;
  private static final int SCHEDULE = 4;

  RxSignals(Object[] parts) {
    super(parts);
  }

  static Object[] find(Library library, RxKind kind) {
    String type = kind.form() == Form.OBSERVABLE ? kind.type() : RxKind.of(Form.FLOWABLE).type();
    return new Object[] {
      library.need(type, "concatMap", RxFunctions.FUNCTION),
      library.need(type, "fromCompletionStage", RxKind.STAGE),
      library.need(type, "error", RxKind.THROWABLE),
      library.need(SCHEDULERS, "computation"),
      library.need(RxKind.CORE + "Scheduler", "scheduleDirect", Runnable.class.getName())
    };
  }

  /** Maps each failure to a signal, one after the other. */
  Object each(Object failures, Object ofFailure) {
    return call(handle(CONCAT_MAP), failures, ofFailure);
  }

  Object signal(CompletableFuture<Object> future) {
    return call(handle(FROM_STAGE), future);
  }

  Object failing(Throwable failure) {
    return call(handle(FAILING), failure);
  }

  void schedule(Runnable task) {
    call(handle(SCHEDULE), call(handle(COMPUTATION)), task);
  }
}
