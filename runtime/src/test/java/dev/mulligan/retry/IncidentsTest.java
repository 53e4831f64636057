package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.log.Log;
import dev.mulligan.redact.Redactor;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When an operation that people were told of succeeds again, and what listening for it costs. */
class IncidentsTest {

  private static final Operation CHARGE = new Operation("charge", "rule", Operation.Mode.RETRY);
  private static final Operation OTHER = new Operation("other", "rule", Operation.Mode.RETRY);

  private final List<Operation> recovered = new ArrayList<>();
  private final List<Boolean> wanted = new ArrayList<>();
  private final SuccessWatch watch = new SuccessWatch();
  private long now;
  private final Incidents incidents =
      new Incidents(() -> now, new Recoveries(), watch, new RetryLog(log()));

  IncidentsTest() {
    watch.tell(wanted::add);
  }

  @Test
  void theFirstSuccessAfterAFailureIsTold() {
    incidents.succeeded(CHARGE);
    incidents.opened(CHARGE);
    incidents.opened(CHARGE);
    incidents.succeeded(OTHER);
    incidents.succeeded(CHARGE);
    incidents.succeeded(CHARGE);

    assertThat(recovered).containsExactly(CHARGE);
  }

  @Test
  void successesAreListenedForOnlyMeanwhile() {
    incidents.opened(CHARGE);
    incidents.opened(OTHER);
    incidents.succeeded(CHARGE);
    incidents.succeeded(OTHER);

    assertThat(wanted).containsExactly(true, false);
  }

  @Test
  void aBudgetThatIsFullAgainDoesNotEndTheListening() {
    watch.budgets(true);
    incidents.opened(CHARGE);
    watch.budgets(false);
    incidents.succeeded(CHARGE);

    assertThat(wanted).containsExactly(true, false);
  }

  @Test
  void whatIsNeverCalledAgainIsForgottenAfterADay() {
    incidents.opened(CHARGE);
    now += TimeUnit.HOURS.toNanos(26);
    incidents.succeeded(OTHER);

    assertThat(wanted).containsExactly(true, false);
    assertThat(recovered).isEmpty();
  }

  private final class Recoveries implements FailureListener {
    @Override
    public boolean failed(FailedCall call) {
      return true;
    }

    @Override
    public void recovered(Operation operation) {
      recovered.add(operation);
    }
  }

  private static Log log() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Log(nowhere, Log.Level.INFO, new Redactor(List.of()), Clock.systemUTC());
  }
}
