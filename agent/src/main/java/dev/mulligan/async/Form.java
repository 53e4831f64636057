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

  /** Whether it is subscribed to, once or several times, and each attempt is a subscription. */
  public boolean isSubscribedTo() {
    return !isRunForEachAttempt() && this != SUSPEND;
  }

  /** Whether it comes to one value, which may be none, rather than to several or never to any. */
  public boolean hasValue() {
    return this != FLUX && this != OBSERVABLE && this != FLOWABLE && this != COMPLETABLE;
  }

  /** Whether each attempt is one run of the method, from its beginning to its end. */
  public boolean isRunForEachAttempt() {
    return this == STAGE || this == LISTENABLE;
  }
}
