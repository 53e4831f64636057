package dev.mulligan.retry.nested;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NestedFailuresTest {

  private static final long SECOND = NestedFailures.WINDOW;

  private final NestedFailures nested = new NestedFailures();

  @Test
  void findsWhatItsThreadGaveUpOnAlsoAsACause() {
    Exception givenUp = new Exception();
    nested.add(givenUp, Threading.CALLER, 100, true);

    assertThat(find(givenUp, Threading.CALLER)).hasValue(true);
    assertThat(find(new RuntimeException(givenUp), Threading.CALLER)).hasValue(true);
    assertThat(onAnotherThread(() -> find(givenUp, Threading.CALLER))).isEmpty();
    assertThat(find(new Exception(), Threading.CALLER)).isEmpty();
  }

  @Test
  void whatIsOlderDoesNotCount() {
    Exception thrownAgain = new Exception();
    nested.add(thrownAgain, Threading.CALLER, 100, false);

    assertThat(nested.find(thrownAgain, Threading.CALLER, 102)).isEmpty();
  }

  @Test
  void asynchronousCallsFindWhatAnyThreadGaveUpOnAndAnyThreadWhatTheyDid() {
    Exception ofAThread = new Exception();
    Exception ofAFuture = new Exception();
    nested.add(ofAThread, Threading.CALLER, 100, false);
    nested.add(ofAFuture, Threading.ANY, 100, true);

    assertThat(find(ofAThread, Threading.ANY)).hasValue(false);
    assertThat(find(ofAFuture, Threading.CALLER)).hasValue(true);
    assertThat(find(ofAFuture, Threading.ANY)).hasValue(true);
  }

  @Test
  void aFailureWhileAnotherIsOnItsWayOutHidesItNot() {
    Exception onItsWay = new Exception();
    nested.add(onItsWay, Threading.CALLER, 100, false);
    for (int ofCleaningUp = 0; ofCleaningUp < 3; ofCleaningUp++) {
      nested.add(new Exception(), Threading.CALLER, 101, false);
    }

    assertThat(find(onItsWay, Threading.CALLER)).hasValue(false);
  }

  /** With identity hashes for keys some ten of these would be. */
  @Test
  void noExceptionIsTakenForAnother() {
    int mistaken = 0;
    for (int call = 0; call < 20_000_000; call++) {
      Throwable thrown = new Unavailable();
      if (nested.find(thrown, Threading.CALLER, 0).isPresent()) {
        mistaken++;
      }
      nested.add(thrown, Threading.CALLER, 0, false);
    }

    assertThat(mistaken).isZero();
  }

  @Test
  void aResultOfAFutureIsFoundByItsIdentityAlone() {
    Object result = new Reply(503);
    nested.addResult(result, false, Threading.ANY, 100, true);

    assertThat(findResult(result, Threading.ANY)).hasValue(true);
    assertThat(findResult(result, Threading.CALLER)).hasValue(true);
    assertThat(findResult(new Reply(503), Threading.ANY)).isEmpty();
    assertThat(nested.findResult(result, Threading.ANY, 102)).isEmpty();
  }

  @Test
  void whatEveryCallMayReturnShowsNoCall() {
    Object constant = new Reply(503);
    nested.addResult(constant, true, Threading.ANY, 100, false);
    for (Object shared : new Object[] {503, "down", false, Thread.State.BLOCKED}) {
      nested.addResult(shared, false, Threading.ANY, 100, false);

      assertThat(findResult(shared, Threading.ANY)).isEmpty();
    }
    nested.addResult(null, false, Threading.ANY, 100, false);

    assertThat(findResult(null, Threading.ANY)).isEmpty();
    assertThat(findResult(constant, Threading.ANY)).isEmpty();
  }

  @Test
  void whateverFailsAfterAnInnerResultInItsAttemptFailsByIt() {
    nested.addResult(new Reply(503), false, Threading.CALLER, 100, true);

    assertThat(inside(new Object(), true, 100)).hasValue(true);
    assertThat(inside(new Exception(), false, 100)).hasValue(true);
    assertThat(inside(null, true, 102)).isEmpty();
    assertThat(onAnotherThread(() -> inside(null, true, 100))).isEmpty();
  }

  @Test
  void anExceptionShowsItsCausesButAResultDoesNot() {
    nested.add(new Exception(), Threading.CALLER, 100, false);

    assertThat(inside(new Exception(), false, 100)).isEmpty();
    assertThat(inside(null, true, 100)).hasValue(false);
  }

  @Test
  void aSecondLaterOnlyTheSameValueComesFromIt() {
    nested.addResult(503, false, Threading.CALLER, 100, false);
    long later = 102 + SECOND;

    assertThat(nested.findInside(503, true, Threading.CALLER, 100, later)).isPresent();
    assertThat(nested.findInside(504, true, Threading.CALLER, 100, later)).isEmpty();
    assertThat(nested.findInside(new Exception(), false, Threading.CALLER, 100, later)).isEmpty();
  }

  @Test
  void withoutAStartTheCallsOfTheThreadTellWhatWasInside() {
    int[][] calls = {{3, 2, 1}};
    nested.callsOnThread(() -> calls[0]);
    nested.addResult(null, false, Threading.CALLER, 100, false);

    assertThat(insideUnseen()).as("the same method again").isEmpty();
    calls[0] = new int[] {4, 2, 1};
    assertThat(insideUnseen()).as("another method beside it").isEmpty();
    calls[0] = new int[] {};
    assertThat(insideUnseen()).as("no call").isEmpty();
    calls[0] = new int[] {2, 1};
    assertThat(insideUnseen()).as("the method around it").isPresent();
    assertThat(insideUnseen()).as("its next call").isEmpty();
  }

  @Test
  void whatAThreadDeliversIsTheFailureOfThoseWhoWaitForIt() {
    AtomicInteger found = new AtomicInteger();
    Runnable delivery =
        () -> {
          found.addAndGet(insideAny(90).isPresent() ? 1 : 0); // waits for it
          found.addAndGet(insideAny(102).isPresent() ? 10 : 0); // began afterwards
          found.addAndGet(inside(null, true, 90).isPresent() ? 100 : 0); // is not asynchronous
        };
    nested.deliver(true, 100, false, delivery);

    assertThat(found).hasValue(1);
    assertThat(insideAny(90)).as("when it is over").isEmpty();
  }

  @Test
  void noResultIsKeptAlive() throws Exception {
    WeakReference<Object> result = new WeakReference<>(new byte[1_000_000]);
    nested.addResult(result.get(), false, Threading.LOOP, 100, false);
    for (int tries = 0; tries < 50 && result.get() != null; tries++) {
      System.gc();
      Thread.sleep(10);
    }

    assertThat(result.get()).isNull();
  }

  @Test
  void anotherEngineFindsWhatThisOneGaveUpOn() {
    NestedFailures library = new NestedFailures();
    library.other(new Asking(nested));
    Exception thrown = new Exception();
    library.add(thrown, Threading.CALLER, 100, true);
    assertThat(find(thrown, Threading.CALLER)).hasValue(true);

    nested.addResult(null, false, Threading.CALLER, 103, false);
    assertThat(library.findInside(null, true, Threading.CALLER, 103, 104)).hasValue(false);
    assertThat(library.findInside(null, true, Threading.CALLER, 105, 106)).isEmpty();
  }

  private Optional<Boolean> find(Throwable thrown, Threading threading) {
    return nested.find(thrown, threading, 100);
  }

  private Optional<Boolean> findResult(@Nullable Object result, Threading threading) {
    return nested.findResult(result, threading, 100);
  }

  private Optional<Boolean> inside(@Nullable Object failure, boolean isResult, long start) {
    return nested.findInside(failure, isResult, Threading.CALLER, start, start + 1);
  }

  private Optional<Boolean> insideAny(long start) {
    return nested.findInside(new Object(), true, Threading.ANY, start, start + 1);
  }

  private Optional<Boolean> insideUnseen() {
    return nested.findInside(null, true, Threading.CALLER, NestedFailures.UNSEEN, 101);
  }

  private static <T> T onAnotherThread(Supplier<T> asked) {
    return CompletableFuture.supplyAsync(asked, task -> new Thread(task).start()).join();
  }

  private record Reply(int status) {}

  /** Asks as {@link AgentEngine} does, without a gate. */
  private record Asking(NestedFailures asked) implements OtherEngine {
    @Override
    public void gaveUp(
        @Nullable Object failure,
        boolean isResult,
        boolean repeated,
        Threading threading,
        long nanos,
        boolean notified) {
      @Nullable Object[] values = {failure, isResult, repeated, threading.name(), nanos, notified};
      Object unused = Answers.of(asked, Answers.GAVE_UP, values);
    }

    @Override
    public Optional<Boolean> find(
        @Nullable Object failure, boolean isResult, Threading threading, long start, long now) {
      @Nullable Object[] values = {failure, isResult, threading.name(), start, now};
      return Optional.ofNullable((Boolean) Answers.of(asked, Answers.FIND, values));
    }
  }

  private static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    Unavailable() {
      super("", null, false, false);
    }
  }
}
