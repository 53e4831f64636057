package dev.mulligan.retry.nested;

import dev.mulligan.retry.inspect.CauseChain;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the exceptions and results that a rule gave up on, so that no outer rule repeats the
 * call. An outer rule is one further up on the same thread, or one that waits for the same
 * asynchronous result. Without this, three layers of four attempts would send 64 requests (Google,
 * Site Reliability Engineering, chapter 22).
 *
 * <p>An exception is recognised by its identity or that of a cause. A result has no causes, and a
 * layer may make another result or an exception of it. So an outer attempt counts as failed by what
 * an inner call gave up on inside it: on the same thread, or while the inner call's thread delivers
 * its outcome. A result that another thread delivers later is recognised by its identity.
 *
 * <p>Uses tables of fixed size rather than thread locals, to leave nothing behind in the
 * application's threads. An overwritten entry costs at most one repeated retry. Exceptions and
 * results are held weakly, so that none is kept alive. References are compared, not identity
 * hashes, which would collide once in some two million failures.
 */
public final class NestedFailures {

  /**
   * The maximum age in nanoseconds of an inner rule's final failure that counts for an attempt with
   * an unknown start, or whose outcome does not show it. It covers the time from the end of the
   * inner method to that of the outer one. A longer window could match a preallocated exception of
   * a later call, or a failure that the outer method has handled long ago.
   */
  public static final long WINDOW = 1_000_000_000;

  /**
   * The same for what an attempt with an unknown start may come from without showing it. Such an
   * attempt ends right after the inner call; what comes later is likely to be another call on the
   * same thread, because a call that succeeds is not seen.
   */
  private static final long SHORT_WINDOW = 100_000_000;

  /** Marks an unknown start of an attempt. */
  public static final long UNSEEN = Long.MIN_VALUE;

  /** Stands for a call of another engine. */
  private static final int OF_OTHER = -2;

  /** Equals no result. */
  private static final Object NO_RESULT = new Object();

  private final ThreadTable ofThreads = new ThreadTable();
  private final IdentityTable ofFutures = new IdentityTable();
  private volatile boolean hasResults;

  /** Null where every attempt's start is known. */
  private volatile @Nullable Supplier<int @Nullable []> callsOnThread;

  private volatile @Nullable OtherEngine other;

  /** Uses every class here once: a later first use may come at the end of the stack. */
  public NestedFailures() {
    new GivenUpResult(null, false, Threading.ANY_THREAD, 0, false, null).hasValue(null);
    new Delivered(false, Threading.ANY_THREAD, 0, false).close();
  }

  /**
   * Sets the source of the calls that a thread is in, for attempts with an unknown start.
   *
   * @param calls the retried calls on the current thread, the innermost first; null while no rule
   *     has conditions on results
   */
  public void callsOnThread(Supplier<int @Nullable []> calls) {
    callsOnThread = calls;
  }

  /** Sets another engine in this process. */
  public void other(OtherEngine engine) {
    other = engine;
  }

  /**
   * Registers an exception that a rule gave up on.
   *
   * @param threading where it may surface
   */
  public void add(Throwable thrown, Threading threading, long nanos, boolean notified) {
    add(thrown, threading, nanos, notified, outerCalls(threading));
    OtherEngine told = other;
    if (told != null) {
      told.gaveUp(thrown, false, false, threading, nanos, notified);
    }
  }

  private void add(
      Throwable thrown, Threading threading, long nanos, boolean notified, int @Nullable [] calls) {
    long thread = threading.thread();
    GivenUp added = new GivenUp(thrown, thread, nanos, notified, calls);
    if (thread == Threading.ANY_THREAD) {
      ofFutures.set(thrown, added);
    } else {
      ofThreads.push(added, thread);
    }
  }

  /**
   * Registers a result that a rule gave up on.
   *
   * @param repeated whether an earlier attempt of the call returned the same object: it does not
   *     show then which call gave up on it
   * @param threading as above
   */
  public void addResult(
      @Nullable Object result,
      boolean repeated,
      Threading threading,
      long nanos,
      boolean notified) {
    addResult(result, repeated, threading, nanos, notified, outerCalls(threading));
    OtherEngine told = other;
    if (told != null) {
      told.gaveUp(result, true, repeated, threading, nanos, notified);
    }
  }

  private void addResult(
      @Nullable Object result,
      boolean repeated,
      Threading threading,
      long nanos,
      boolean notified,
      int @Nullable [] calls) {
    hasResults = true;
    if (threading != Threading.CALLER && result != null && GivenUpResult.isUnique(result)) {
      long any = Threading.ANY_THREAD;
      ofFutures.set(result, new GivenUpResult(result, repeated, any, nanos, notified, null));
    }
    if (threading != Threading.ANY) {
      long thread = Thread.currentThread().getId();
      GivenUp added = new GivenUpResult(result, repeated, thread, nanos, notified, calls);
      ofThreads.push(added, thread);
    }
  }

  /** Registers what another engine gave up on; parameters as in {@link OtherEngine#gaveUp}. */
  public void addOfOther(
      @Nullable Object failure,
      boolean isResult,
      boolean repeated,
      Threading threading,
      long nanos,
      boolean notified) {
    int[] calls = callsAround(OF_OTHER, threading);
    if (isResult) {
      addResult(failure, repeated, threading, nanos, notified, calls);
    } else {
      add((Throwable) Objects.requireNonNull(failure), threading, nanos, notified, calls);
    }
  }

  /**
   * Hands the failure of an asynchronous call to those who wait for it, on this thread. What has
   * begun before and fails meanwhile comes from it.
   *
   * @param isResult whether it is a result, not an exception
   */
  public void deliver(boolean isResult, long nanos, boolean notified, Runnable delivery) {
    GivenUp delivered = delivered(isResult, nanos, notified);
    try {
      delivery.run();
    } finally {
      if (delivered != null) {
        delivered.close();
      }
    }
  }

  /** Null if there is no memory left: those who wait get the outcome nevertheless. */
  private @Nullable GivenUp delivered(boolean isResult, long nanos, boolean notified) {
    try {
      long thread = Thread.currentThread().getId();
      GivenUp delivered = new Delivered(isResult, thread, nanos, notified);
      if (isResult) {
        hasResults = true;
      }
      ofThreads.push(delivered, thread);
      return delivered;
    } catch (OutOfMemoryError none) {
      return null;
    }
  }

  /** The calls that this thread is in; null if there is none but the one that ends now. */
  private int @Nullable [] outerCalls(Threading threading) {
    int[] calls = threading == Threading.ANY ? null : calls();
    return calls == null || calls.length < 2 ? null : calls;
  }

  private int @Nullable [] callsAround(int inner, Threading threading) {
    int[] outer = threading == Threading.ANY ? null : calls();
    if (outer == null || outer.length == 0) {
      return null;
    }
    int[] calls = new int[outer.length + 1];
    calls[0] = inner;
    System.arraycopy(outer, 0, calls, 1, outer.length);
    return calls;
  }

  private int @Nullable [] calls() {
    Supplier<int @Nullable []> source = callsOnThread;
    return source == null ? null : source.get();
  }

  /**
   * Finds an exception or one of its causes among what rules gave up on.
   *
   * @param threading of the asking call
   * @param since older entries do not count, because an exception object may be thrown again
   * @return whether a notification was sent; empty if no rule has given up on it
   */
  public Optional<Boolean> find(Throwable thrown, Threading threading, long since) {
    long thread = threading.thread();
    // Usually there is none, and the causes, which Throwable reads under a lock, need no look.
    if (!ofFutures.isUsed() && !ofThreads.hasSince(thread, since)) {
      return Optional.empty();
    }
    Throwable at = thrown;
    for (int depth = 0; at != null && depth <= CauseChain.DEEPEST; depth++) {
      GivenUp found = entry(at, thread, since);
      if (found != null) {
        return notified(found);
      }
      at = CauseChain.causeOf(at);
    }
    return Optional.empty();
  }

  private @Nullable GivenUp entry(Object failure, long thread, long since) {
    GivenUp ofThread = ofThreads.find(failure, thread, since);
    return ofThread == null ? ofFutures.find(failure, thread, since) : ofThread;
  }

  /**
   * Finds this very result among what rules gave up on. For a call on one thread, only results of
   * asynchronous calls count: for the others, {@link #findInside} knows better.
   *
   * @return as above
   */
  public Optional<Boolean> findResult(@Nullable Object result, Threading threading, long since) {
    if (result == null || !hasResults || !GivenUpResult.isUnique(result)) {
      return Optional.empty();
    }
    long thread = threading.thread();
    return notified(
        thread == Threading.ANY_THREAD
            ? entry(result, thread, since)
            : ofFutures.find(result, thread, since));
  }

  /**
   * Finds what an inner call gave up on inside an attempt that ends on this thread.
   *
   * @param failure the attempt's exception or result
   * @param isResult whether it is a result. After an exception only results count: an exception
   *     shows its causes
   * @param start of the attempt, or {@link #UNSEEN}
   * @return as above
   */
  public Optional<Boolean> findInside(
      @Nullable Object failure, boolean isResult, Threading threading, long start, long now) {
    if (isResult || hasResults) {
      Object compared = isResult ? failure : NO_RESULT;
      Optional<Boolean> own = inside(compared, isResult, threading, start, now);
      if (own.isPresent()) {
        return own;
      }
    }
    OtherEngine asked = other;
    return asked == null ? Optional.empty() : asked.find(failure, isResult, threading, start, now);
  }

  /** Answers {@link OtherEngine#find}. */
  public Optional<Boolean> findForOther(
      @Nullable Object failure, boolean isResult, Threading threading, long start, long now) {
    Optional<Boolean> itself =
        isResult
            ? findResult(failure, threading, start)
            : find((Throwable) Objects.requireNonNull(failure), threading, start);
    return itself.isPresent() ? itself : findInside(failure, isResult, threading, start, now);
  }

  /** Whether {@link #isGivenUpInBody} need be asked on this thread. */
  public boolean mayHaveGivenUp() {
    return ofThreads.hasOpen(Thread.currentThread().getId());
  }

  /**
   * Whether an inner call has given up on this thread inside the body of an asynchronous method,
   * which returns now.
   *
   * @param start as above
   * @param resultsOnly whether only results count
   */
  public boolean isGivenUpInBody(long start, long now, boolean resultsOnly) {
    return inside(NO_RESULT, !resultsOnly, Threading.CALLER, start, now).isPresent();
  }

  private Optional<Boolean> inside(
      @Nullable Object result, boolean returned, Threading threading, long start, long now) {
    long thread = Thread.currentThread().getId();
    if (!ofThreads.hasOpen(thread)) {
      return Optional.empty();
    }
    if (start != UNSEEN) {
      return notified(ofThreads.findInside(thread, result, returned, threading, start, now));
    }
    long since = now - SHORT_WINDOW;
    int[] own = ofThreads.hasInner(thread, returned, since) ? calls() : null;
    if (own == null) {
      return Optional.empty();
    }
    GivenUp found = ofThreads.findInside(thread, own, returned, since);
    ofThreads.closeInside(thread, own); // a later call of the same method is another one
    return notified(found);
  }

  private static Optional<Boolean> notified(@Nullable GivenUp found) {
    return found == null ? Optional.empty() : Optional.of(found.isNotified());
  }
}
