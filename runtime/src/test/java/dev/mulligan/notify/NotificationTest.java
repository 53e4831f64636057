package dev.mulligan.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotificationTest {

  private static final String HUGE = "x".repeat(10_000_000);

  @Test
  void holdsNoHugeTexts() {
    CallReport.Attempt attempt =
        new CallReport.Attempt(1, HUGE, Optional.empty(), Optional.empty());
    Notification notification =
        Notifications.of(Notifications.call(HUGE, List.of(attempt)), Map.of("payload", HUGE));

    assertThat(notification.call().orElseThrow().operation()).hasSizeLessThanOrEqualTo(1_000);
    assertThat(notification.call().orElseThrow().attempts().get(0).failure())
        .hasSizeLessThanOrEqualTo(2_000);
    assertThat(notification.context().get("payload")).hasSizeLessThanOrEqualTo(2_000);
  }

  @Test
  void keepsTheFirstAndTheLastOfVeryManyAttempts() {
    List<CallReport.Attempt> attempts = new ArrayList<>();
    for (int number = 1; number <= 10_000; number++) {
      attempts.add(new CallReport.Attempt(number, "e", Optional.empty(), Optional.empty()));
    }
    CallReport call = Notifications.call("op", attempts);

    assertThat(call.attempts()).hasSize(CallReport.ATTEMPTS_KEPT);
    assertThat(call.attempts().get(0).number()).isEqualTo(1);
    assertThat(call.attempts().get(CallReport.ATTEMPTS_KEPT - 1).number()).isEqualTo(10_000);
    assertThat(call.attemptCount()).isEqualTo(10_000);
  }

  @Test
  void keepsABoundedContext() {
    Map<String, String> context = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      context.put("key" + i, "value");
    }
    assertThat(Notifications.of(Notifications.failedCharge(), context).context()).hasSize(50);
  }

  @Test
  void changesEveryTextThatTheApplicationHadAHandIn() {
    Notification changed =
        Notifications.of(Notifications.failedCharge(), Map.of("k", "v"))
            .mapTexts(text -> "?", (key, value) -> key + "!");

    assertThat(changed.call().orElseThrow().operation()).isEqualTo("?");
    assertThat(changed.call().orElseThrow().attempts())
        .allMatch(attempt -> attempt.failure().equals("?"));
    assertThat(changed.context()).containsEntry("k", "k!");
    assertThat(changed.call().orElseThrow().rule()).isEqualTo("charge");
  }
}
