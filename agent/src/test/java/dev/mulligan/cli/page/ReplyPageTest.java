package dev.mulligan.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.attach.report.ReportedProblem;
import dev.mulligan.attach.talk.Reply;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.console.Screen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplyPageTest {

  private static final ReportedProblem MISTAKE =
      new ReportedProblem(
          ReportedProblem.Severity.ERROR,
          "rules.yaml:3:5: unknown key 'stratgey'",
          Optional.of(new ReportedProblem.Place("rules.yaml", 3, 5)));

  private final Screen screen = Screen.plain();

  @Test
  void aBrokenRuleFileIsWrongInput() {
    int status = page(Format.TEXT).showUndone(refused(List.of(MISTAKE)));

    assertThat(status).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(screen.err()).isEqualTo("rules.yaml:3:5: unknown key 'stratgey'\nerror: no\n");
  }

  @Test
  void anyOtherRefusalIsAFailure() {
    int status =
        page(Format.TEXT).showUndone(refused(List.of(ReportedProblem.error("too strict"))));

    assertThat(status).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void whatNobodyExpectedIsShownWithItsTrace() {
    Reply failed =
        new Reply(
            Reply.Outcome.FAILED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("java.lang.Error: oops"),
            List.of(),
            Optional.of("java.lang.Error: oops\n\tat a.B.c"));

    assertThat(page(Format.TEXT).showUndone(failed)).isEqualTo(ExitStatus.FAILED);
    assertThat(screen.err()).contains("Please report it").contains("at a.B.c");
  }

  @Test
  void programsGetTheReplyAsItCame() {
    page(Format.JSON).showUndone(refused(List.of(MISTAKE)));

    assertThat(screen.out())
        .contains("\"outcome\": \"refused\"")
        .contains("\"line\": 3")
        .contains("\"severity\": \"error\"");
    assertThat(screen.err()).isEmpty();
  }

  private ReplyPage page(Format format) {
    return new ReplyPage(screen.console(), format);
  }

  private static Reply refused(List<ReportedProblem> problems) {
    return Reply.refused("no", problems);
  }
}
