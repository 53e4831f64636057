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

/** Listeners behind the containers and adapters that Spring makes for them, without a broker. */
class SpringKafkaPackTest {

  @TempDir private Path folder;

  @OnEachJdk
  void aListenerThatFailsTwiceTakesTheMessage(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      run(jdk, receiver, "orders", "2")
          .assertOut()
          .containsExactly(
              "order 4711, attempt 1",
              "order 4711, attempt 2",
              "order 4711, attempt 3",
              "taken by RecordMessagingMessageListenerAdapter");
      assertThat(receiver.rest()).isEmpty();
    }
  }

  @OnEachJdk
  void theFinalFailureOfAHandlerReachesTheContainerAndIsAlerted(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      Finished finished = run(jdk, receiver, "refunds", "9");
      finished
          .assertOut()
          .containsExactly(
              "refund 4711, attempt 1",
              "refund 4711, attempt 2",
              "refund 4711, attempt 3",
              "container: java.lang.IllegalStateException: no stock 3");
      finished
          .assertErr()
          .anyMatch(line -> line.matches(".* INFO Retrying .*refund.* .attempt 2/3.*"));
      Alert.next(receiver).isTaskFailureOf("spring-kafka-listeners", "Refunds.refund");
    }
  }

  @OnEachJdk
  void theAlertHasTopicPartitionAndOffsetWhereTheListenerIsGivenThem(Jdk jdk) {
    for (String listener : new String[] {"record", "message", "raw"}) {
      try (NotificationReceiver receiver = NotificationReceiver.start()) {
        run(jdk, receiver, listener.equals("raw") ? "raw" : listener + "s", "9");
        Alert.next(receiver)
            .isTaskFailureOf("spring-kafka-listeners", "Orders." + listener)
            .namesTask("orders.Orders." + listener, "orders-0@42");
      }
    }
  }

  private Finished run(Jdk jdk, NotificationReceiver receiver, String... arguments) {
    Path rules = PackRules.quick(folder, "spring-kafka", "spring-kafka-listeners", receiver);
    Finished finished =
        ChildJvm.of(jdk, App.named("pack-spring-kafka").main("orders.Main"))
            .rules(rules)
            .arguments(arguments)
            .run();
    finished.assertStatus().isZero();
    return finished;
  }
}
