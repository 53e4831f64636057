package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.failure.FailedAttempt;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultRetryTest {

  private static final ResultCondition BUSY =
      new ResultCondition.Property(new PropertyTest("statusCode", new ValueTest.Is(503)));

  private final EngineBench bench = new EngineBench();
  private final Strategy strategy = Strategies.simple().retryOnResult(BUSY).build();

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void aResultThatFitsIsTriedAgain() throws Exception {
    Reply good = new Reply(200);
    assertThat(bench.call(strategy, returning(new Reply(503), new Reply(503), good)))
        .isSameAs(good);
    assertThat(bench.time.sleeps()).hasSize(2);
    assertThat(bench.statistics().ended(EndReason.VALUE_RETURNED)).isEqualTo(1);
  }

  @Test
  void theLastResultIsReturnedWhenTheAttemptsAreUsedUp() throws Exception {
    Reply last = new Reply(503);
    assertThat(bench.call(strategy, returning(new Reply(503), new Reply(503), last)))
        .isSameAs(last);
    assertThat(last.isClosed()).isFalse();
    FailedCall told = bench.told.get(0);
    assertThat(told.lastException()).isEmpty();
    assertThat(told.endReason()).isEqualTo(EndReason.MAX_RETRIES_REACHED);
    assertThat(told.attempts())
        .extracting(FailedAttempt::failure)
        .containsOnly("returned " + Reply.class.getName() + " with statusCode 503");
  }

  @Test
  void aResultIsClosedBeforeTheAttemptThatReplacesIt() throws Exception {
    Reply thrownAway = new Reply(503);
    Reply good = new Reply(200);
    List<Boolean> closedAtCall = new ArrayList<>();
    Iterator<Reply> replies = List.of(thrownAway, good).iterator();
    bench.call(
        strategy,
        () -> {
          closedAtCall.add(thrownAway.isClosed());
          return replies.next();
        });
    assertThat(closedAtCall).containsExactly(false, true);
    assertThat(good.isClosed()).isFalse();
  }

  @Test
  void aResultThatCanNotBeClosedIsForgotten() throws Exception {
    Reply stubborn =
        new Reply(503) {
          @Override
          public void close() throws IOException {
            throw new IOException("will not");
          }
        };
    Reply good = new Reply(200);
    assertThat(bench.call(strategy, returning(stubborn, good))).isSameAs(good);
    assertThat(bench.log.lines())
        .contains(
            "DEBUG A result that is replaced could not be closed: java.io.IOException: will not");
  }

  @Test
  void anInterruptedCallReturnsItsLastResultOpen() throws Exception {
    Reply only = new Reply(503);
    bench.time.whileAsleep(Thread.currentThread()::interrupt);
    assertThat(bench.call(strategy, returning(only))).isSameAs(only);
    assertThat(only.isClosed()).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void resultsAndExceptionsShareTheAttempts() {
    IOException first = new IOException("one");
    Iterator<Callable<Reply>> attempts =
        List.<Callable<Reply>>of(
                () -> {
                  throw first;
                },
                () -> new Reply(503),
                () -> {
                  throw new IOException("three");
                })
            .iterator();
    Throwable thrown = bench.failure(strategy, () -> attempts.next().call());
    assertThat(thrown).hasMessage("three");
    assertThat(thrown.getSuppressed()).containsExactly(first);
  }

  @Test
  void theLogSaysWhatWasReturned() throws Exception {
    ResultCondition isNull = new ResultCondition.Value(new ValueTest.Is(null));
    ResultCondition isFalse = new ResultCondition.Value(new ValueTest.Is(false));
    ResultCondition secret =
        new ResultCondition.Property(new PropertyTest("token", new ValueTest.Is("s3cret")));
    ResultCondition typed = new ResultCondition.OfType(AutoCloseable.class.getName(), BUSY);
    Strategy once =
        Strategies.simple().maxAttempts(2).retryOnResult(isNull, isFalse, secret, typed).build();
    Object[] results = {new Object(), false, new Token("s3cret"), new Reply(503)};
    for (Object result : results) {
      bench.call(once, returning(result, "done"));
    }
    assertThat(bench.log.lines())
        .filteredOn(line -> line.startsWith("INFO"))
        .extracting(line -> line.substring(line.indexOf(": ") + 2))
        .containsExactly(
            "returned false",
            "returned " + Token.class.getName() + " with token",
            "returned java.lang.AutoCloseable with statusCode 503");
  }

  private static Callable<Object> returning(Object... results) {
    Iterator<Object> next = List.of(results).iterator();
    return next::next;
  }

  public record Token(String token) {}

  public static class Reply implements AutoCloseable {
    private final int statusCode;
    private boolean closed;

    Reply(int statusCode) {
      this.statusCode = statusCode;
    }

    public int statusCode() {
      return statusCode;
    }

    boolean isClosed() {
      return closed;
    }

    @Override
    public void close() throws IOException {
      closed = true;
    }
  }
}
