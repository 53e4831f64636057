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
class SpringAmqpPackTest {

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
              "taken by MessagingMessageListenerAdapter");
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
      Alert.next(receiver).isTaskFailureOf("spring-amqp-listeners", "Refunds.refund");
    }
  }

  @OnEachJdk
  void aMessageThatItsListenerRejectsIsNotTriedAgain(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      Finished finished = run(jdk, receiver, "poison", "0");
      finished.assertOut().hasSize(2).startsWith("poison 4711");
      assertThat(receiver.rest()).isEmpty();
    }
  }

  @OnEachJdk
  void theAlertHasQueueAndDeliveryTagWhereTheListenerIsGivenThem(Jdk jdk) {
    for (String listener : new String[] {"message", "raw"}) {
      try (NotificationReceiver receiver = NotificationReceiver.start()) {
        run(jdk, receiver, listener.equals("raw") ? "raw" : "messages", "9");
        Alert.next(receiver)
            .isTaskFailureOf("spring-amqp-listeners", "Orders." + listener)
            .namesTask("orders.Orders." + listener, "orders/7");
      }
    }
  }

  private Finished run(Jdk jdk, NotificationReceiver receiver, String... arguments) {
    Path rules = PackRules.quick(folder, "spring-amqp", "spring-amqp-listeners", receiver);
    Finished finished =
        ChildJvm.of(jdk, App.named("pack-spring-amqp").main("orders.Main"))
            .rules(rules)
            .arguments(arguments)
            .run();
    finished.assertStatus().isZero();
    return finished;
  }
}
