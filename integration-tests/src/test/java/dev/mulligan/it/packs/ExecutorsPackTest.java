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

/** Named tasks on the JDK's own executors. */
class ExecutorsPackTest {

  @TempDir private Path folder;

  @OnEachJdk
  void theFinalFailureOfATaskReachesItsFutureAndIsAlerted(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      Finished finished = run(jdk, receiver, "20ms", "submit", "9");
      finished.assertOut().containsExactly("import 1", "import 2", "import 3", "got IOException");
      finished
          .assertErr()
          .anyMatch(line -> line.matches(".* INFO Retrying .*ImportTask.call.* .attempt 2/3.*"));
      Alert.next(receiver).isTaskFailureOf("executor-tasks", "work.ImportTask.call");
    }
  }

  @OnEachJdk
  void anExecutorThatRejectsDoesSoAtOnceAndLosesNothingThatItTook(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "2s", "full", "1")
          .assertOut()
          .containsExactlyInAnyOrder(
              "running 1",
              "rejected at once",
              "running 2",
              "got imported",
              "queued 1",
              "got imported");
      assertThat(receiver.rest()).isEmpty();
    }
  }

  @OnEachJdk
  void aTaskWhoseOwnExecutorRejectsIsNotTriedAgain(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "20ms", "hand-on", "0")
          .assertOut()
          .containsExactly("tidy 1", "got RejectedExecutionException");
    }
  }

  @OnEachJdk
  void anExecutorThatShutsDownNowEndsTheBackOffWithTheTasksOwnFailure(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "1m", "shutdown-now", "9")
          .assertOut()
          .containsExactly("import 1", "got IOException");
    }
  }

  @OnEachJdk
  void aTaskThatAnInterruptHasEndedIsNotTriedAgain(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "20ms", "interrupt", "0")
          .assertOut()
          .containsExactly("waits", "got IllegalStateException");
    }
  }

  private Finished run(Jdk jdk, NotificationReceiver receiver, String delay, String... arguments) {
    Path rules = PackRules.delayed(folder, "executors", "executor-tasks", delay, receiver);
    Finished finished =
        ChildJvm.of(jdk, App.named("pack-executors").main("work.Main"))
            .rules(rules)
            .arguments(arguments)
            .run();
    finished.assertStatus().isZero();
    return finished;
  }
}
