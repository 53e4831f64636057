package dev.mulligan.it.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Scheduled and asynchronous methods in a real Spring context. */
class SpringSchedulingPackTest {

  @TempDir private Path folder;

  @OnEachJdk
  void aScheduledMethodThatFailsTwiceEndsWell(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "20ms", "scheduled", "2")
          .assertOut()
          .containsExactly("nightly 1", "nightly 2", "nightly 3", "closed");
      assertThat(receiver.rest()).isEmpty();
    }
  }

  @OnEachJdk
  void theFinalFailureOfAScheduledMethodReachesSpringsErrorHandlerAndIsAlerted(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      Finished finished = run(jdk, receiver, "20ms", "scheduled", "9");
      finished
          .assertOut()
          .containsExactly(
              "nightly 1", "nightly 2", "nightly 3", "error handler: no report 3", "closed");
      finished
          .assertErr()
          .anyMatch(line -> line.matches(".* INFO Retrying .*Reports.nightly.* .attempt 2/3.*"));
      Alert.next(receiver).isTaskFailureOf("spring-scheduled", "reports.Reports.nightly");
      assertThat(receiver.rest()).isEmpty();
    }
  }

  @OnEachJdk
  void anAsyncMethodIsRetriedOnItsExecutorAndItsCallerGetsTheEnd(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "20ms", "async", "2")
          .assertOut()
          .containsExactly("send 1", "send 2", "send 3", "async: sent", "closed");
      run(jdk, receiver, "20ms", "async", "9")
          .assertOut()
          .contains("async: java.lang.IllegalStateException: no report 3");
      Alert.next(receiver).isTaskFailureOf("spring-async", "reports.Reports.send");
    }
  }

  @OnEachJdk
  void aContextThatClosesDuringABackOffEndsItAtOnce(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "1m", "shutdown", "9")
          .assertOut()
          .containsOnlyOnce("nightly 1")
          .contains("closed")
          .noneMatch(line -> line.equals("nightly 2"));
    }
  }

  private Finished run(Jdk jdk, NotificationReceiver receiver, String delay, String... arguments) {
    Path rules = RuleFile.in(folder, rules(delay, receiver));
    Finished finished =
        ChildJvm.of(jdk, App.named("pack-spring-scheduling").main("reports.Main"))
            .rules(rules)
            .arguments(arguments)
            .run();
    finished.assertStatus().isZero();
    return finished;
  }

  private static String rules(String delay, NotificationReceiver receiver) {
    return """
        version: 1
        include: pack:spring-scheduling
        strategies:
          spring-scheduled:
            extends: spring-scheduled
            backoff: {type: fixed, initial: %s, jitter: none}
        notifications:
          channels: [{url: "json://%s/hook"}]
        """
        .formatted(delay, receiver.address());
  }
}
