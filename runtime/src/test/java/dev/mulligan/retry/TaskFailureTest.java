package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.notify.content.MessageWriter;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.listener.FailureListener;
import dev.mulligan.retry.listener.FailureNotice;
import dev.mulligan.retry.strategy.OnFailure;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.retry.task.TaskSource;
import dev.mulligan.retry.task.TaskText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people are told of a task, where a strategy says how to find its name. */
class TaskFailureTest {

  /** As a scheduler hands them over. */
  public static final class Run {
    private final String job;
    private final int number;
    private int reads;

    Run(String job, int number) {
      this.job = job;
      this.number = number;
    }

    public String getJob() {
      reads++;
      return job;
    }

    public int getNumber() {
      return number;
    }
  }

  private final EngineBench bench = new EngineBench();
  private final List<TaskIdentity> recovered = new ArrayList<>();

  @Test
  void theAlertHasTheTasksNameAndId() {
    Notification told = failure(new Run("ledger.nightly", 7));

    assertThat(told.event().subject()).isEqualTo("ledger.nightly");
    assertThat(told.event().fields())
        .containsEntry("task_name", "ledger.nightly")
        .containsEntry("task_id", "7");
    var message = MessageWriter.write(told, ProcessInfo.current());
    assertThat(message.title())
        .isEqualTo("Task-failure alert: ledger.nightly failed after 2 attempts");
    assertThat(message.text())
        .contains("Task: ledger.nightly", "Task id: 7", "Method: com.acme.PaymentGateway.charge");
    assertThat(bench.log.lines())
        .last()
        .isEqualTo(
            "WARNING Operation com.acme.PaymentGateway.charge (task ledger.nightly, id 7) failed"
                + " after 2 attempts, sending notification");
  }

  @Test
  void itsFingerprintIsThatOfTheNameAndNotOfTheId() {
    String fingerprint = failure(new Run("nightly", 1)).fingerprint();

    assertThat(failure(new Run("nightly", 2)).fingerprint()).isEqualTo(fingerprint);
    assertThat(failure(new Run("hourly", 1)).fingerprint()).isNotEqualTo(fingerprint);
  }

  @Test
  void nothingIsReadBeforeTheCallHasFailedForGood() {
    Run run = new Run("nightly", 1);
    RetryCall call = begin(run);

    assertThat(call.failed(new IOException())).isTrue();
    assertThat(run.reads).isZero();
    assertThat(call.failed(new IOException())).isFalse();
    assertThat(run.reads).isEqualTo(1);
  }

  @Test
  void aCallThatDoesNotFailForGoodIsNotRead() {
    Run run = new Run("nightly", 1);
    RetryCall call = begin(run);
    call.failed(new IOException());
    call.succeeded();

    assertThat(run.reads).isZero();
  }

  @Test
  void aGetterThatThrowsHurtsNobodyAndIsToldOnce() {
    for (int i = 0; i < 2; i++) {
      RetryCall call = bench.begin(EngineBench.operation(), strategy("{argument(1).nme}"));
      call.calledWith(new CalledWith(null, new Object[] {new Run("nightly", 1)}));
      call.failed(new IOException());
      assertThat(call.failed(new IOException())).isFalse();
    }

    assertThat(bench.told).hasSize(2).allMatch(told -> told.task().isUnknown());
    assertThat(FailureNotice.of(bench.told.get(0)).event().fields())
        .containsEntry("task_name", "com.acme.PaymentGateway.charge")
        .containsEntry("task_id", bench.told.get(0).id().toString());
    assertThat(bench.log.lines())
        .filteredOn(line -> line.contains("could not be read"))
        .singleElement()
        .asString()
        .contains("{argument(1).nme}", "has no public 'nme'");
  }

  @Test
  void aCallThatIsUsedAgainKnowsNothingOfTheTaskBefore() {
    failure(new Run("nightly", 1));
    RetryCall call = bench.begin(EngineBench.operation(), strategy("{argument(1).job}"));
    call.failed(new IOException());
    call.failed(new IOException());

    assertThat(bench.told).last().extracting(FailedCall::task).isEqualTo(TaskIdentity.UNKNOWN);
  }

  @Test
  void aSuccessOfAnotherTaskDoesNotResolveIt() {
    RetryEngine engine =
        bench.newEngine(
            new FailureListener() {
              @Override
              public boolean failed(FailedCall call) {
                return true;
              }

              @Override
              public void recovered(Operation operation, TaskIdentity task) {
                recovered.add(task);
              }
            });
    Strategy strategy = strategy("{argument(1).job}");
    RetryCall call = EngineBench.begin(engine, EngineBench.operation(), strategy);
    call.calledWith(with("nightly"));
    call.failed(new IOException());
    call.failed(new IOException());

    engine.succeeded(EngineBench.operation(), strategy, with("hourly"), null);
    assertThat(recovered).isEmpty();
    engine.succeeded(EngineBench.operation(), strategy, with("nightly"), null);
    assertThat(recovered).extracting(TaskIdentity::name).containsExactly(Optional.of("nightly"));
  }

  @Test
  void aLongNameIsCut() {
    assertThat(failure(new Run("n".repeat(10_000), 1)).event().subject()).hasSize(300);
  }

  private static CalledWith with(String job) {
    return new CalledWith(null, new Object[] {new Run(job, 1)});
  }

  private Notification failure(Run run) {
    RetryCall call = begin(run);
    call.failed(new IOException("one"));
    call.failed(new IOException("two"));
    return FailureNotice.of(bench.told.get(bench.told.size() - 1));
  }

  private RetryCall begin(Run run) {
    RetryCall call = bench.begin(EngineBench.operation(), strategy("{argument(1).job}"));
    call.calledWith(new CalledWith(null, new Object[] {run}));
    return call;
  }

  private static Strategy strategy(String name) {
    Strategy simple = Strategies.simple().maxAttempts(2).build();
    return new Strategy(
        simple.name(),
        simple.maxAttempts(),
        simple.maxDuration(),
        simple.backoff(),
        simple.jitter(),
        simple.retryOn(),
        simple.abortOn(),
        simple.retryOnResult(),
        simple.delayFrom(),
        new OnFailure(
            true,
            NotificationType.TASK_FAILURE,
            Optional.empty(),
            TagSelection.UNTAGGED,
            Map.of(),
            Optional.of(
                new TaskSource(
                    List.of(TaskText.parse(name)),
                    name.contains("nme")
                        ? List.of()
                        : List.of(TaskText.parse("{argument(1).number}"))))));
  }
}
