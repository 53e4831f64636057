package dev.mulligan.async;

/** How an asynchronous method tells its result. */
public enum Form {
  /** {@code java.util.concurrent.CompletionStage} and its subtypes. */
  STAGE,
  /** Guava's {@code ListenableFuture}. */
  LISTENABLE,
  MONO,
  FLUX,
  /** This and the following: RxJava 3. */
  SINGLE,
  MAYBE,
  COMPLETABLE,
  OBSERVABLE,
  FLOWABLE,
  /** A {@code suspend} function of Kotlin, which is given the continuation to resume. */
  SUSPEND;

  /** Whether each attempt is one run of the method, from its beginning to its end. */
  public boolean isRunForEachAttempt() {
    return this == STAGE || this == LISTENABLE;
  }
}
