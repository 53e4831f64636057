package results;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Its methods return a good value, or a bad one while they are told to. */
final class Source {
  private static final String LONG_TEXT = "x".repeat(5_000);

  private int bad;
  private int calls;
  private Letter letter = new Letter(false);
  private int closings;

  void fails(int times) {
    bad = times;
    calls = 0;
  }

  int calls() {
    return calls;
  }

  private boolean isBad() {
    calls++;
    return bad-- > 0;
  }

  int number() {
    return isBad() ? 503 : 200;
  }

  long wide() {
    return isBad() ? 7_000_000_000L : 7L;
  }

  short small() {
    return (short) (isBad() ? -1 : 1);
  }

  double decimal() {
    return isBad() ? 0.5 : 1.5;
  }

  char letterOfAlphabet() {
    return isBad() ? 'x' : 'a';
  }

  boolean flag() {
    return !isBad();
  }

  Integer boxed() {
    return isBad() ? Integer.valueOf(503) : Integer.valueOf(200);
  }

  TimeUnit constant() {
    return isBad() ? TimeUnit.DAYS : TimeUnit.HOURS;
  }

  String text() {
    return isBad() ? "busy, TRY AGAIN" : "done";
  }

  String nothing() {
    return isBad() ? null : "something";
  }

  Optional<String> optional() {
    return isBad() ? Optional.empty() : Optional.of("something");
  }

  List<String> list() {
    return isBad() ? List.of() : List.of("something");
  }

  Reply reply() {
    return new Reply(isBad() ? 503 : 200, null);
  }

  Object several() {
    return isBad() ? new Reply(429, null) : Optional.of("of another class");
  }

  Thread.State nested() {
    return isBad() ? Thread.State.BLOCKED : Thread.State.NEW;
  }

  Letter letter() {
    closings += letter.closings();
    letter = new Letter(isBad());
    return letter;
  }

  int closings() {
    return closings;
  }

  String longText() {
    isBad();
    return LONG_TEXT;
  }

  Reply later(Object retryAfter) {
    return new Reply(isBad() ? 503 : 200, retryAfter);
  }

  String thrown(Object retryAfter) throws BusyException {
    if (isBad()) {
      throw new BusyException(retryAfter);
    }
    return "done";
  }
}
