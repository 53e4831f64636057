package dev.mulligan.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.Counts;
import dev.mulligan.attach.report.Reports;
import dev.mulligan.attach.report.RuleReport;
import dev.mulligan.attach.report.RuleReport.MethodReport;
import dev.mulligan.attach.report.StormReport;
import dev.mulligan.cli.console.Screen;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusPageTest {

  private final Screen screen = Screen.plain();

  @Test
  void tellsOfRulesMethodsRefusalsChannelsAndProblems() {
    new StatusPage(screen.console(), StatusPage.SHOWN).show(4711, Reports.agent());

    assertThat(screen.out())
        .isEqualTo(
            """
            Mulligan 1.0 in process 4711, rules of /etc/rules.yaml

            RULE AND METHODS                                ATTEMPTS  RETRIES  RECOVERED  EXHAUSTED  SLEEPING NOW
            charge (card-payments)
              com.acme.PaymentGateway.charge(String, long)         7        4          2          1             1
              com.acme.PaymentGateway.refund(String)               -        -          -          -             -
              total                                                7        4          2          1             1
            reports (database, observe only)
              matches no loaded method

            MATCHED, BUT NOT WOVEN
              com.acme.PaymentGateway.sync()
                rule charge: it is synchronized

            GUARDS OF RULE  CIRCUIT BREAKER            RATE LIMIT  BULKHEAD                   REFUSED  TIMED OUT  FALLBACKS
            charge          open for 42s, 60 % failed  100 in 1s   3 of 5 running, 1 waiting       10          4          6

            RETRY BUDGET OF  STATE  TOKENS LEFT    OF  TIMES SPENT  RETRIES HELD BACK
            the process      spent        499.9  1000            2                 75
            rule 'charge'    ready        100.0   100            -                  -

            CALLS NOT RETRIED, BY RULE  BUDGET SPENT  ON EVENT LOOPS  NESTED
            charge                                70               -       3

            ID  CHANNEL        TAGS          HEALTH   SENT  RETRIED  FAILED  DROPPED  SUPPRESSED  QUEUED  LAST SUCCESS
            c1  slack://…/…/…  critical,ops  failing    12        4       1        -           7       3  2026-11-05T03:00:00Z
              c1 last error: 429 Too Many Requests

            """);
    assertThat(screen.err()).isEqualTo("warning: the rule file was changed and is broken now\n");
  }

  @Test
  void ofVeryManyMethodsShowsThoseThatFailMostAndCountsTheRest() {
    List<MethodReport> methods =
        IntStream.range(0, 25)
            .mapToObj(i -> new MethodReport("m" + i + "()", "", new Counts(i, 0, 0, 0, 0, 0)))
            .toList();
    RuleReport rule = new RuleReport("all", "memory", "retry", methods, List.of());

    new StatusPage(screen.console(), StatusPage.SHOWN).show(1, report(rule));

    assertThat(screen.out())
        .contains("  m24()")
        .doesNotContain("  m4()")
        .contains("and 5 more, see --all");
  }

  @Test
  void tellsWhichMethodsAnotherLibraryRetriesToo() {
    RuleReport.Note note = new RuleReport.Note("a.B.c()", "Spring retries it too: 4 × 3 = 12");
    RuleReport rule =
        new RuleReport("all", "memory", "retry", List.of(), List.of(), List.of(note), Counts.NONE);

    new StatusPage(screen.console(), StatusPage.SHOWN).show(1, report(rule));

    assertThat(screen.out())
        .contains(
            """
            ALSO RETRIED BY ANOTHER LIBRARY
              a.B.c()
                rule all: Spring retries it too: 4 × 3 = 12
            """);
  }

  @Test
  void copiesOfAMethodAreToldApartAndEarlierOnesAreInTheTotal() {
    RuleReport rule =
        new RuleReport(
            "all",
            "memory",
            "retry",
            List.of(
                new MethodReport("a.B.c()", "app@1", new Counts(4, 0, 0, 0, 0, 0)),
                new MethodReport("a.B.c()", "app@2", new Counts(2, 0, 0, 0, 0, 0))),
            List.of(),
            List.of(),
            new Counts(30, 0, 0, 0, 0, 0));

    new StatusPage(screen.console(), StatusPage.SHOWN).show(1, report(rule));

    assertThat(screen.out().lines().map(line -> line.replaceAll("[ -]+", " ").strip()))
        .containsSubsequence(
            "a.B.c() in app@1 4",
            "a.B.c() in app@2 2",
            "methods that are no longer woven 30",
            "total 36");
  }

  private static AgentReport report(RuleReport rule) {
    return new AgentReport(
        "1.0",
        "/a.jar",
        "/r.yaml",
        new AgentReport.Weaving(1, 1),
        List.of(rule),
        List.of(),
        StormReport.NONE,
        List.of(),
        List.of(),
        Optional.empty());
  }
}
