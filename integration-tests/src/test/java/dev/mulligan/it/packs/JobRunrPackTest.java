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

/** JobRunr's real server with its storage in memory. */
class JobRunrPackTest {

  @TempDir private Path folder;

  @OnEachJdk
  void aJobThatFailsTwiceSucceedsBeforeJobRunrHearsOfIt(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "20ms", "2", "nothing")
          .assertOut()
          .containsExactly("send spring 1", "send spring 2", "send spring 3", "state SUCCEEDED");
      assertThat(receiver.rest()).isEmpty();
    }
  }

  @OnEachJdk
  void theFailureThatRemainsGoesJobRunrsOwnWayAndIsAlerted(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      Finished finished = run(jdk, receiver, "20ms", "3", "nothing");
      finished.assertOut().contains("state FAILED");
      finished
          .assertErr()
          .anyMatch(line -> line.matches(".* INFO Retrying .*run.* .attempt 2/3.*"));
      Alert.next(receiver)
          .isTaskFailureOf("jobrunr-jobs", "AbstractBackgroundJobRunner.run")
          .namesTask("mail.Newsletter.send(java.lang.String)", PackRules.said(finished, "job "));
    }
  }

  @OnEachJdk
  void aJobThatIsDeletedWhileItWaitsIsNotTriedAgain(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "10s", "9", "delete")
          .assertOut()
          .containsExactly("send spring 1", "state DELETED");
    }
  }

  @OnEachJdk
  void aServerThatStopsDuringABackOffEndsIt(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "1m", "9", "stop").assertOut().containsExactly("send spring 1", "stopped");
    }
  }

  private Finished run(Jdk jdk, NotificationReceiver receiver, String delay, String... arguments) {
    Path rules = PackRules.delayed(folder, "jobrunr", "jobrunr-jobs", delay, receiver);
    Finished finished =
        ChildJvm.of(jdk, App.named("pack-jobrunr").main("mail.Main"))
            .rules(rules)
            .arguments(arguments)
            .run();
    finished.assertStatus().isZero();
    return finished;
  }
}
