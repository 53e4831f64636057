package dev.mulligan.retry.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.EngineBench;
import dev.mulligan.retry.Flaky;
import dev.mulligan.retry.Strategies;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SuppressedHistoryTest {

  private final EngineBench bench = new EngineBench();

  @Test
  void theEarlierExceptionsAreAttachedInTheirOrder() {
    IOException first = new IOException("one");
    IOException second = new IOException("two");
    Throwable thrown = failure(first, second, new IOException("three"));
    assertThat(thrown.getSuppressed()).containsExactly(first, second);
  }

  @Test
  void theLastTenOfManyAreAttached() {
    List<IOException> all =
        IntStream.rangeClosed(1, 50).mapToObj(n -> new IOException("attempt " + n)).toList();
    Throwable thrown =
        bench.failure(Strategies.simple().maxAttempts(50).build(), Flaky.throwing(all));
    assertThat(thrown).hasMessage("attempt 50");
    assertThat(thrown.getSuppressed()).containsExactlyElementsOf(all.subList(39, 49));
  }

  @Test
  void anObjectThatIsThrownEachTimeIsNotAttachedToItself() {
    IOException same = new IOException("again");
    assertThat(failure(same, same, same)).isSameAs(same).hasNoSuppressedExceptions();
  }

  @Test
  void anEarlierObjectThatWasThrownTwiceIsAttachedOnce() {
    IOException twice = new IOException("twice");
    Throwable thrown = failure(twice, twice, new IOException("three"));
    assertThat(thrown.getSuppressed()).containsExactly(twice);
  }

  @Test
  void anObjectThatEveryCallEndsWithDoesNotGatherTheHistoryOfAll() {
    IOException constant = new IOException("constant");
    for (int call = 0; call < 100; call++) {
      failure(new IOException("one"), new IOException("two"), constant);
    }
    assertThat(constant.getSuppressed()).hasSize(10);
  }

  @Test
  void whatTheApplicationAttachedStays() {
    IOException closing = new IOException("close failed");
    IOException first = new IOException("one");
    IOException last = new IOException("two");
    last.addSuppressed(closing);
    failure(first, last, last);
    assertThat(last.getSuppressed()).containsExactly(closing, first);
  }

  @Test
  @Timeout(10)
  void anEarlierExceptionThatHoldsTheLastOneIsLeftOut() {
    IOException last = new IOException("root");
    Exception asCause = new IllegalStateException("wrapped", last);
    Exception asSuppressed = new IllegalStateException("closing");
    asSuppressed.addSuppressed(new RuntimeException(last));
    Throwable thrown = failure(asCause, asSuppressed, last);
    assertThat(thrown).isSameAs(last).hasNoSuppressedExceptions();
  }

  @Test
  @Timeout(10)
  void circlesOfTheApplicationAreNotFollowedForEver() {
    Exception first = new Exception("one");
    Exception second = new Exception("two", first);
    first.initCause(second);
    IOException last = new IOException("three");
    Throwable thrown = failure(first, second, last);
    assertThat(thrown.getSuppressed()).containsExactly(first, second);
    StringWriter printed = new StringWriter();
    thrown.printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString()).contains("CIRCULAR REFERENCE");
  }

  @Test
  void anExceptionThatTakesNoHistoryIsThrownAsItIs() {
    Exception closed = new Unwritable("two");
    assertThat(failure(new IOException("one"), closed, closed))
        .isSameAs(closed)
        .hasNoSuppressedExceptions();
  }

  @Test
  void anEarlierExceptionWhoseGetCauseThrowsIsAttachedAllTheSame() {
    Exception hostile =
        new Exception("one") {
          @Override
          public synchronized Throwable getCause() {
            throw new UnsupportedOperationException();
          }
        };
    IOException last = new IOException("three");
    assertThat(failure(hostile, hostile, last).getSuppressed()).containsExactly(hostile);
  }

  private Throwable failure(Throwable... thrown) {
    return bench.failure(Strategies.simple().build(), Flaky.throwing(thrown));
  }

  private static final class Unwritable extends Exception {
    Unwritable(String message) {
      super(message, null, false, false);
    }
  }
}
