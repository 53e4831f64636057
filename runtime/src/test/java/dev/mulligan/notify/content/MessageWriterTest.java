package dev.mulligan.notify.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.ProcessInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageWriterTest {

  private static final ProcessInfo PROCESS =
      new ProcessInfo("com.acme.Main", 4711, "17.0.15 (OpenJDK)", "web-3");

  @Test
  void tellsAPersonWhatHappened() {
    Message message = MessageWriter.write(Notifications.critical(), PROCESS);

    assertThat(message.title())
        .isEqualTo(
            "Critical alert: com.acme.PaymentGateway.charge(String, long) failed after 2 attempts");
    assertThat(message.text())
        .isEqualTo(
            """
            com.acme.PaymentGateway.charge(String, long) failed after 2 attempts over 2.543s.
            All attempts are used up. The caller got the IOException.

            Attempt 1, 31ms: java.io.IOException: connection reset
              then waited 2.5s
            Attempt 2, 12ms: java.io.IOException: HTTP 503

            Context: service = payments
            Rule: charge (strategy card-payments)
            Process: com.acme.Main, pid 4711, JVM 17.0.15 (OpenJDK)
            Host: web-3
            Time: 2026-11-05T03:00:00Z
            Call: call-7""");
  }

  @Test
  void saysHowManyAttemptsAreLeftOut() {
    List<CallReport.Attempt> attempts = new ArrayList<>();
    for (int number = 1; number <= 100; number++) {
      attempts.add(new CallReport.Attempt(number, "e", Optional.empty(), Optional.empty()));
    }
    Notification notification = Notifications.of(Notifications.call("op", attempts), Map.of());

    assertThat(MessageWriter.write(notification, PROCESS).text())
        .contains("\nAttempt 10: e\n… 60 more …\nAttempt 71: e\n");
  }

  @Test
  void countsASingleAttemptAsOne() {
    Notification notification = Notifications.of(Notifications.failing("e"), Map.of());

    assertThat(MessageWriter.write(notification, PROCESS).title())
        .endsWith("failed after 1 attempt");
  }

  @Test
  void hasWordsForEveryEndReason() {
    assertThat(EndReasonWords.of("budgetSpent"))
        .isEqualTo("The retry budget is spent: too many calls fail at the moment.");
    assertThat(EndReasonWords.of("somethingNew")).isEqualTo("Retrying ended: somethingNew.");
  }
}
