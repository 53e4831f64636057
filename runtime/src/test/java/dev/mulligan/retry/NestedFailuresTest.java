package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NestedFailuresTest {

  private static final long THREAD = 7;
  private static final long OTHER_THREAD = 8;

  private final NestedFailures nested = new NestedFailures();

  @Test
  void findsWhatItsThreadGaveUpOnAlsoAsACause() {
    Exception givenUp = new Exception();
    nested.add(givenUp, THREAD, 100, true);

    assertThat(nested.find(givenUp, THREAD, 100)).hasValue(true);
    assertThat(nested.find(new RuntimeException(givenUp), THREAD, 100)).hasValue(true);
    assertThat(nested.find(givenUp, OTHER_THREAD, 100)).isEmpty();
    assertThat(nested.find(new Exception(), THREAD, 100)).isEmpty();
  }

  @Test
  void whatIsOlderDoesNotCount() {
    Exception thrownAgain = new Exception();
    nested.add(thrownAgain, THREAD, 100, false);

    assertThat(nested.find(thrownAgain, THREAD, 102)).isEmpty();
  }

  @Test
  void asynchronousCallsFindWhatAnyThreadGaveUpOnAndAnyThreadWhatTheyDid() {
    Exception ofAThread = new Exception();
    Exception ofAFuture = new Exception();
    nested.add(ofAThread, THREAD, 100, false);
    nested.add(ofAFuture, Threading.ANY.thread(), 100, true);

    assertThat(nested.find(ofAThread, Threading.ANY.thread(), 100)).hasValue(false);
    assertThat(nested.find(ofAFuture, THREAD, 100)).hasValue(true);
    assertThat(nested.find(ofAFuture, Threading.ANY.thread(), 100)).hasValue(true);
  }

  @Test
  void aFailureWhileAnotherIsOnItsWayOutHidesItNot() {
    Exception onItsWay = new Exception();
    nested.add(onItsWay, THREAD, 100, false);
    for (int ofCleaningUp = 0; ofCleaningUp < 3; ofCleaningUp++) {
      nested.add(new Exception(), THREAD, 101, false);
    }

    assertThat(nested.find(onItsWay, THREAD, 100)).hasValue(false);
  }

  /** With identity hashes for keys some ten of these would be. */
  @Test
  void noExceptionIsTakenForAnother() {
    int mistaken = 0;
    for (int call = 0; call < 20_000_000; call++) {
      Throwable thrown = new Unavailable();
      if (nested.find(thrown, THREAD, 0).isPresent()) {
        mistaken++;
      }
      nested.add(thrown, THREAD, 0, false);
    }

    assertThat(mistaken).isZero();
  }

  private static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    Unavailable() {
      super("", null, false, false);
    }
  }
}
