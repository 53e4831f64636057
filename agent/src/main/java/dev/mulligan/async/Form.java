package dev.mulligan.async;

/** The kind of object through which an asynchronous method delivers its result. */
public enum Form {
  /** {@code java.util.concurrent.CompletionStage} and its subtypes. */
  STAGE,
  /** Guava's {@code ListenableFuture}. */
  LISTENABLE,
  MONO,
  FLUX,
  /** This constant and the next four are types of RxJava 3. */
  SINGLE,
  MAYBE,
  COMPLETABLE,
  OBSERVABLE,
  FLOWABLE,
  /**
   * A {@code suspend} function of Kotlin, which resumes the continuation that it is called with.
   */
  SUSPEND;

  /** Whether callers subscribe to the result, and each attempt is a subscription. */
  public boolean isSubscribedTo() {
    return !isRunForEachAttempt() && this != SUSPEND;
  }

  /** Whether the result is at most one value, as opposed to a stream or no value at all. */
  public boolean hasValue() {
    return this != FLUX && this != OBSERVABLE && this != FLOWABLE && this != COMPLETABLE;
  }

  /** Whether each attempt is one call of the method. */
  public boolean isRunForEachAttempt() {
    return this == STAGE || this == LISTENABLE;
  }
}
