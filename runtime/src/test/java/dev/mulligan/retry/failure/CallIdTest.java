package dev.mulligan.retry.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.Admission;
import dev.mulligan.retry.EngineBench;
import dev.mulligan.retry.RetryCall;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.Strategies;
import java.io.IOException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallIdTest {

  private final EngineBench bench = new EngineBench(new Random(7));

  @Test
  void isARandomUuidAndStaysTheSame() {
    CallId id = bench.engine.newId();
    UUID value = id.value();

    assertThat(value.version()).isEqualTo(4);
    assertThat(value.variant()).isEqualTo(2);
    assertThat(id.value()).isEqualTo(value);
    assertThat(bench.engine.newId().value()).isNotEqualTo(value);
  }

  @Test
  void thatWasAskedForBeforeTheCallFailedIsTheOneThatIsNotified() {
    CallId id = bench.engine.newId();
    UUID asked = id.value();
    RetryCall call =
        bench.engine.begin(
            EngineBench.operation(),
            Strategies.simple().maxAttempts(1).build(),
            id,
            RetryEngine.START_UNSEEN,
            Admission.ALWAYS);
    call.failed(new IOException());

    assertThat(bench.told.get(0).id()).isEqualTo(asked);
  }
}
