package dev.mulligan.it.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Quartz's real scheduler with its RAM store. */
class QuartzPackTest {

  @TempDir private Path folder;

  @OnEachJdk
  void aJobThatFailsTwiceEndsWell(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      Finished finished = run(jdk, receiver, "20ms", "2", "nothing");
      finished
          .assertOut()
          .containsExactly(
              "attempt 1 of ledger.nightly",
              "attempt 2 of ledger.nightly",
              "attempt 3 of ledger.nightly",
              "done",
              "ended: well, interrupted false");
      finished
          .assertErr()
          .anyMatch(
              line -> line.matches(".* INFO Retrying .*execute.*20ms .attempt 2/3.*no ledger.*"));
      assertThat(receiver.rest()).isEmpty();
    }
  }

  @OnEachJdk
  void theFinalFailureOfAJobIsAlerted(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      Finished finished = run(jdk, receiver, "20ms", "9", "nothing");
      finished
          .assertOut()
          .contains("attempt 3 of ledger.nightly")
          .doesNotContain("attempt 4 of ledger.nightly")
          .contains("ended: no ledger, interrupted false");
      finished
          .assertErr()
          .anyMatch(line -> line.matches(".* WARNING Operation .*execute.* failed after 3 att.*"));
      String fired = PackRules.said(finished, "fire instance ");
      Alert.next(receiver)
          .isTaskFailureOf("quartz-jobs", "jobs.FlakyJob.execute")
          .namesTask("ledger.nightly", fired);
      finished
          .assertErr()
          .anyMatch(line -> line.contains("(task ledger.nightly, id " + fired + ") failed after"));
      assertThat(receiver.rest()).isEmpty();
    }
  }

  @OnEachJdk
  void aJobThatTellsQuartzWhatToDoIsNotRetried(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "20ms", "9", "unschedule")
          .assertOut()
          .startsWith("attempt 1 of ledger.nightly", "ended: no ledger, interrupted false")
          .doesNotContain("attempt 2 of ledger.nightly");
    }
  }

  @OnEachJdk
  void aJobThatIsInterruptedWhileItWaitsEndsWithItsOwnFailure(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "1m", "9", "interrupt")
          .assertOut()
          .startsWith("attempt 1 of ledger.nightly", "ended: no ledger, interrupted true")
          .doesNotContain("attempt 2 of ledger.nightly");
    }
  }

  @OnEachJdk
  void aSchedulerThatShutsDownDuringABackOffLosesNothing(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "700ms", "1", "shutdown")
          .assertOut()
          .containsExactly(
              "attempt 1 of ledger.nightly",
              "shut down",
              "attempt 2 of ledger.nightly",
              "done",
              "ended: well, interrupted false");
    }
  }

  private Finished run(Jdk jdk, NotificationReceiver receiver, String delay, String... arguments) {
    Path rules = PackRules.delayed(folder, "quartz", "quartz-jobs", delay, receiver);
    Finished finished =
        ChildJvm.of(jdk, App.named("pack-quartz").main("jobs.Main"))
            .rules(rules)
            .arguments(arguments)
            .run();
    finished.assertStatus().isZero();
    return finished;
  }
}
