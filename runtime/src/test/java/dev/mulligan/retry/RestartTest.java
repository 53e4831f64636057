package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.failure.FailedAttempt;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class RestartTest {

  private static final Operation OTHER = EngineBench.operation("other");

  private final EngineBench bench = new EngineBench();

  @Test
  void aCallThatIsOverServesTheNextOneWhichKnowsNothingOfIt() {
    RetryCall call = bench.begin(EngineBench.operation(), Strategies.simple().build());
    call.failed(io("a1"));
    call.failed(io("a2"));
    CallId first = call.id();
    call.failed(io("a3"));
    Strategy two = Strategies.simple().maxAttempts(2).build();
    IOException last = io("b2");

    assertThat(call.restart(OTHER, two, null)).isTrue();

    assertThat(call.failed(io("b1"))).isTrue();
    assertThat(call.id()).isNotSameAs(first);
    assertThat(call.failed(last)).isFalse();
    assertThat(bench.told)
        .extracting(told -> told.operation().rule(), FailedCall::attemptCount)
        .containsExactly(tuple("charge", 3), tuple("other", 2));
    assertThat(bench.told.get(1).attempts())
        .extracting(FailedAttempt::failure)
        .containsExactly("java.io.IOException: b1", "java.io.IOException: b2");
    assertThat(last.getSuppressed()).extracting(Throwable::getMessage).containsExactly("b1");
    assertThat(bench.engine.statistics().of(OTHER).snapshot().attempts()).isEqualTo(2);
  }

  @Test
  void oneThatOnlyObservesIsOfNoUseToOthersNorOthersToIt() {
    Strategy strategy = Strategies.simple().build();
    Operation observed = new Operation("charge", "watch", Operation.Mode.OBSERVE);
    RetryCall observing = bench.begin(observed, strategy);
    RetryCall retrying = bench.begin(OTHER, strategy);

    assertThat(observing.restart(OTHER, strategy, null)).isFalse();
    assertThat(retrying.restart(observed, strategy, null)).isFalse();
  }

  @Test
  void itKeepsNothingOfTheApplications() {
    RetryCall call =
        bench.begin(EngineBench.operation(), Strategies.simple().silent().maxAttempts(1).build());
    WeakReference<Throwable> thrown = failOnce(call);
    for (int i = 0; i < 50 && thrown.get() != null; i++) {
      System.gc();
    }
    assertThat(thrown.get()).isNull();
    assertThat(call.restart(OTHER, Strategies.simple().build(), null)).isTrue();
  }

  private static WeakReference<Throwable> failOnce(RetryCall call) {
    IOException once = io("once");
    call.failed(once);
    return new WeakReference<>(once);
  }

  private static IOException io(String message) {
    return new IOException(message);
  }
}
