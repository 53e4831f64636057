package dev.mulligan.it;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * Conditions that do not fit the results or exceptions: the user gets warnings, and the application
 * is not affected.
 */
class ConditionMistakesTest {

  private static final App RESULTS = App.named("results");

  private static final String DOES_NOT_HOLD = "A condition of strategy '%s' does not hold: ";

  @TempDir Path folder;

  @OnEachJdk
  void saysOnceWhatItCanNotAskAndLeavesTheCallAlone(Jdk jdk) {
    Finished finished = ChildJvm.of(jdk, RESULTS.main("results.Mistakes")).rules(believing()).run();
    finished.assertStatus().isZero();
    finished
        .assertOut()
        .containsExactly(
            "number: 1 1",
            "flag: 1 1",
            "reply: 1 1",
            "optional: 1 1",
            "boxed: 1 1",
            "longText: 1 1",
            "century: 1 1",
            "malformed: 1 2");
    saysOnce(finished, "number", "the text \"503\" is compared with a number, and never equal to");
    saysOnce(finished, "flag", "the text \"false\" is compared with true or false");
    saysOnce(finished, "reply", "isMoody of results.Reply throws java.lang.Unsupported");
    saysOnce(finished, "optional", "java.util.Optional has no public 'presnt' that can be read");
    saysOnce(finished, "longText", "the regular expression '(x+x+)+y' back-tracks without end");
    finished
        .assertErr()
        .anyMatch(line -> line.contains("failed after 1 attempt (maxDurationReached)"))
        .anyMatch(line -> line.contains("Retrying results.Source.thrown after 1ms"))
        .noneMatch(line -> line.contains("boxed") || line.contains("at dev.mulligan"));
  }

  private static void saysOnce(Finished finished, String rule, String what) {
    finished
        .assertErr()
        .filteredOn(line -> line.contains(DOES_NOT_HOLD.formatted(rule) + what))
        .hasSize(1);
  }

  @OnEachJdk
  void checkNamesTheNearestClassForOneThatExistsNowhere(Jdk jdk) {
    Finished finished =
        AgentCli.on(jdk)
            .run("check", believing().toString(), "--classpath", RESULTS.jar().toString());
    finished.assertStatus().isZero();
    finished
        .assertErr()
        .anyMatch(
            line ->
                line.contains("there is no class 'results.BusyExeption'")
                    && line.contains("did you mean 'results.BusyException'?"));
  }

  @OnEachJdk
  void checkNamesTheNearestPropertyForOneThatNoResultHas(Jdk jdk) {
    Finished finished =
        AgentCli.on(jdk)
            .run("check", believing().toString(), "--classpath", RESULTS.jar().toString());
    finished.assertStatus().isZero();
    finished
        .assertOut()
        .anyMatch(
            line ->
                line.contains("note: its retry-on-result never matches: java.util.Optional has no")
                    && line.endsWith("public 'presnt': did you mean 'present'?"))
        .noneMatch(line -> line.contains("moody") || line.contains("delay-from"));
  }

  @OnEachJdk
  void checkTellsOfALiteralThatNoValueOfThePropertyEquals(Jdk jdk) {
    Path rules =
        rules(
            "reply",
            "retry-on-result: {property: statusCode, in: [\"429\", 503]},"
                + " delay-from: {property: retryAftr}");
    AgentCli.on(jdk)
        .run("check", rules.toString(), "--classpath", RESULTS.jar().toString())
        .assertOut()
        .anyMatch(
            line ->
                line.contains("note: its retry-on-result never matches: 'statusCode' is of type")
                    && line.endsWith(
                        "which never equals the text \"429\": write it without quotes"))
        .anyMatch(
            line ->
                line.contains("note: its delay-from finds a delay only in exceptions")
                    && line.endsWith("did you mean 'retryAfter'?"));
  }

  @OnEachJdk
  void checkTellsOfALiteralThatNoResultEqualsAndOfARangeInOthersWords(Jdk jdk) {
    Path rules = rules("number", "retry-on-result: {in: [\"503\", 500-599]}");
    Finished check =
        AgentCli.on(jdk).run("check", rules.toString(), "--classpath", RESULTS.jar().toString());
    check
        .assertOut()
        .anyMatch(
            line ->
                line.contains(
                        "never matches: the result is of type int, which never equals the text")
                    && line.endsWith("\"503\": write it without quotes"));
    check
        .assertErr()
        .anyMatch(line -> line.contains("'500-599' is read as a text, which no number equals"))
        .anyMatch(line -> line.contains("did you mean '500..599'?"));
  }

  @OnEachJdk
  void checkRefusesARangeThatIsUpsideDownAndTheApplicationStartsWithoutIt(Jdk jdk) {
    Path rules = rules("number", "retry-on-result: {in: [599..500]}");
    String said = "range 599..500 is empty: swap its bounds";
    Finished check = AgentCli.on(jdk).run("check", rules.toString());
    check.assertStatus().isEqualTo(2);
    check.assertErr().anyMatch(line -> line.contains("rules.yaml:") && line.contains(said));
    Finished started = ChildJvm.of(jdk, RESULTS.main("results.Mistakes")).rules(rules).run();
    started.assertStatus().isZero();
    started.assertOut().contains("number: 1 1");
    started.assertErr().anyMatch(line -> line.contains(said));
  }

  private Path rules(String method, String conditions) {
    return RuleFile.in(
        folder,
        "version: 1\nstrategies:\n"
            + strategy(method, conditions)
            + "rules:\n"
            + rule(method, method));
  }

  private Path believing() {
    String strategies =
        strategy("number", "retry-on-result: {in: [\"429\", \"503\"]}")
            + strategy("flag", "retry-on-result: {is: \"false\"}")
            + strategy("reply", "retry-on-result: {property: moody, is: true}")
            + strategy("optional", "retry-on-result: {property: presnt, is: false}")
            + strategy("boxed", "retry-on: [results.BusyExeption]")
            + strategy("longText", "retry-on-result: {matches: \"(x+x+)+y\"}")
            + strategy(
                "century",
                "retry-on-result: {property: statusCode, is: 503},"
                    + " delay-from: {property: retryAfter}, max-duration: 10m")
            + strategy("malformed", "delay-from: {property: retryAfter}");
    String rules =
        rule("number", "number")
            + rule("flag", "flag")
            + rule("reply", "reply")
            + rule("optional", "optional")
            + rule("boxed", "boxed")
            + rule("longText", "longText")
            + rule("century", "later")
            + rule("malformed", "thrown");
    return RuleFile.in(folder, "version: 1\nstrategies:\n" + strategies + "rules:\n" + rules);
  }

  private static String strategy(String name, String keys) {
    return "  %s: {%s, backoff: {type: fixed, initial: 1ms, jitter: none}, on-failure: {notify: false}}%n"
        .formatted(name, keys);
  }

  private static String rule(String name, String method) {
    return "  - {name: %s, match: \"results.Source.%s(..)\", strategy: %s}%n"
        .formatted(name, method, name);
  }
}
