package dev.mulligan.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.attach.report.ChangeReport;
import dev.mulligan.attach.report.ChangeReport.Phase;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Screen;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressPageTest {

  private long now;

  @Test
  void aTerminalShowsOneLineThatReplacesItself() {
    Screen screen = Screen.coloured();
    Console console = screen.console();
    ProgressPage page = new ProgressPage(console, "4711", () -> now);

    page.progressed(weaving(60, 6_000));
    page.progressed(weaving(70, 7_000));
    console.line("the end");

    assertThat(List.of(screen.err().split("\r\u001b\\[K", -1))).hasSize(4).last().isEqualTo("");
    assertThat(screen.err())
        .contains("Process 4711: 60 of 182 classes rewritten, 6,000 methods woven …")
        .contains("Process 4711: 70 of 182 classes rewritten, 7,000 methods woven …")
        .doesNotContain("\n");
    assertThat(screen.out()).isEqualTo("the end\n");
  }

  @Test
  void elsewhereALineComesEveryTenSeconds() {
    Screen screen = Screen.plain();
    ProgressPage page = new ProgressPage(screen.console(), "4711", () -> now);

    for (int second = 0; second <= 25; second++) {
      now = TimeUnit.SECONDS.toNanos(second);
      page.progressed(weaving(second, second * 100));
    }

    assertThat(screen.err())
        .isEqualTo(
            """
            Process 4711: 10 of 182 classes rewritten, 1,000 methods woven …
            Process 4711: 20 of 182 classes rewritten, 2,000 methods woven …
            """);
  }

  private static ChangeReport weaving(int classes, int methods) {
    return new ChangeReport("reload", Phase.WEAVING, classes, 182, methods, 1);
  }
}
