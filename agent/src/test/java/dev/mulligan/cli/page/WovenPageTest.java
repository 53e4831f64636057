package dev.mulligan.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.Reports;
import dev.mulligan.attach.report.StormReport;
import dev.mulligan.cli.console.Screen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WovenPageTest {

  private final Screen screen = Screen.plain();

  @Test
  void tellsWhatWasWovenWhatWasRefusedAndWhatToDoNext() {
    new WovenPage(screen.console()).show("Attached to", 4711, Reports.agent());

    assertThat(screen.out())
        .isEqualTo(
            """
            Attached to process 4711: 2 methods woven, 1 refused; 2 loaded classes rewritten in 41 ms.

            charge (card-payments)
              com.acme.PaymentGateway.charge(String, long)
              com.acme.PaymentGateway.refund(String)
              refused com.acme.PaymentGateway.sync()
                it is synchronized

            reports (database, observe only)
              matches no loaded method

            Show the state: status 4711   Undo: detach 4711
            """);
  }

  @Test
  void saysThatNothingMatchesYet() {
    AgentReport nothing =
        new AgentReport(
            "1.0",
            "/a.jar",
            "/r.yaml",
            new AgentReport.Weaving(0, 3),
            List.of(),
            List.of(),
            StormReport.NONE,
            List.of(),
            List.of(),
            Optional.empty());

    new WovenPage(screen.console()).show("Attached to", 4711, nothing);

    assertThat(screen.out())
        .contains("0 methods woven; 0 loaded classes")
        .contains("No rule matches a loaded method yet");
  }
}
