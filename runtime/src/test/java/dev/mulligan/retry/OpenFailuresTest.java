package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.log.Log;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.redact.Redactor;
import dev.mulligan.retry.budget.SuccessWatch;
import dev.mulligan.retry.failure.EarlierFailure;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.listener.FailureListener;
import dev.mulligan.retry.strategy.Operation;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When an operation that people were told of succeeds again, and what listening for it costs. */
class OpenFailuresTest {

  private static final Operation CHARGE = new Operation("charge", "rule", Operation.Mode.RETRY);
  private static final Operation OTHER = new Operation("other", "rule", Operation.Mode.RETRY);

  private final List<Operation> recovered = new ArrayList<>();
  private final List<TaskIdentity> tasks = new ArrayList<>();
  private final List<Boolean> wanted = new ArrayList<>();
  private final SuccessWatch watch = new SuccessWatch();
  private long now;
  private final OpenFailures incidents =
      new OpenFailures(() -> now, new Recoveries(), watch, new RetryLog(log()));

  OpenFailuresTest() {
    watch.listener(wanted::add);
  }

  @Test
  void theFirstSuccessAfterAFailureIsTold() {
    succeed(CHARGE);
    incidents.opened(CHARGE, TaskIdentity.UNKNOWN);
    incidents.opened(CHARGE, TaskIdentity.UNKNOWN);
    succeed(OTHER);
    succeed(CHARGE);
    succeed(CHARGE);

    assertThat(recovered).containsExactly(CHARGE);
  }

  @Test
  void successesAreListenedForOnlyMeanwhile() {
    incidents.opened(CHARGE, TaskIdentity.UNKNOWN);
    incidents.opened(OTHER, TaskIdentity.UNKNOWN);
    succeed(CHARGE);
    succeed(OTHER);

    assertThat(wanted).containsExactly(true, false);
  }

  @Test
  void aBudgetThatIsFullAgainDoesNotEndTheListening() {
    watch.budgets(true);
    incidents.opened(CHARGE, TaskIdentity.UNKNOWN);
    watch.budgets(false);
    succeed(CHARGE);

    assertThat(wanted).containsExactly(true, false);
  }

  @Test
  void whatIsNeverCalledAgainIsForgottenAfterADay() {
    incidents.opened(CHARGE, TaskIdentity.UNKNOWN);
    now += TimeUnit.HOURS.toNanos(26);
    succeed(OTHER);

    assertThat(wanted).containsExactly(true, false);
    assertThat(recovered).isEmpty();
  }

  @Test
  void ofAMethodThatRunsManyTasksOnlyTheOneThatSucceedsIsOver() {
    incidents.opened(CHARGE, task("nightly"));
    incidents.opened(CHARGE, task("hourly"));
    succeed(CHARGE, task("other"));
    succeed(CHARGE, task("hourly"));
    succeed(CHARGE, task("hourly"));

    assertThat(tasks).containsExactly(task("hourly"));
    assertThat(wanted).containsExactly(true);
  }

  @Test
  void aSuccessOfAnUnknownTaskIsOneOfAll() {
    incidents.opened(CHARGE, task("nightly"));
    succeed(CHARGE);

    assertThat(recovered).containsExactly(CHARGE);
    assertThat(wanted).containsExactly(true, false);
  }

  @Test
  void whatAnEarlierProcessLeftEndsWithASuccess() {
    incidents.known(List.of(new EarlierFailure(CHARGE, TaskIdentity.UNKNOWN)));
    succeed(OTHER);
    assertThat(recovered).isEmpty();
    succeed(CHARGE);

    assertThat(recovered).containsExactly(CHARGE);
    assertThat(wanted).containsExactly(true, false);
  }

  @Test
  void aSuccessBeforeItIsKnownWhatWasLeftCountsToo() {
    incidents.expect();
    succeed(CHARGE, task("nightly"));
    succeed(OTHER);
    assertThat(wanted).containsExactly(true);
    assertThat(recovered).isEmpty();
    incidents.known(
        List.of(
            new EarlierFailure(CHARGE, task("nightly")),
            new EarlierFailure(CHARGE, task("hourly"))));

    assertThat(tasks).extracting(TaskIdentity::name).containsExactly(Optional.of("nightly"));
    assertThat(wanted).containsExactly(true);
    succeed(CHARGE, task("hourly"));
    assertThat(wanted).containsExactly(true, false);
  }

  @Test
  void listeningEndsIfNothingWasLeft() {
    incidents.expect();
    succeed(CHARGE);
    incidents.known(List.of());

    assertThat(recovered).isEmpty();
    assertThat(wanted).containsExactly(true, false);
  }

  private static TaskIdentity task(String name) {
    return new TaskIdentity(Optional.of(name), Optional.of("4711"));
  }

  private void succeed(Operation operation) {
    succeed(operation, TaskIdentity.UNKNOWN);
  }

  private void succeed(Operation operation, TaskIdentity task) {
    if (incidents.isOpen(operation)) {
      incidents.succeeded(operation, task);
    }
  }

  private final class Recoveries implements FailureListener {
    @Override
    public boolean failed(FailedCall call) {
      return true;
    }

    @Override
    public void recovered(Operation operation, TaskIdentity task) {
      recovered.add(operation);
      tasks.add(task);
    }
  }

  private static Log log() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Log(nowhere, Log.Level.INFO, new Redactor(List.of()), Clock.systemUTC());
  }
}
