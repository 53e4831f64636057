package dev.mulligan.attach.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.ChannelsReport;
import dev.mulligan.attach.report.DetachReport;
import dev.mulligan.attach.report.ReportedProblem;
import dev.mulligan.attach.report.Reports;
import dev.mulligan.log.Log;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlPointTest {

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final Log log =
      new Log(
          new PrintStream(logged, true, StandardCharsets.UTF_8),
          Log.Level.WARNING,
          line -> line,
          Clock.systemUTC());
  private final RecordingAgent agent = new RecordingAgent();
  private final ControlPoint controlPoint = new ControlPoint(agent, log, Runnable::run);

  @TempDir Path directory;

  @Test
  void attachesWithTheRuleFileOfTheRequest() throws IOException {
    Reply reply = ask(request(Command.ATTACH, Optional.of(Path.of("/etc/regeln-ü.yaml"))));

    assertThat(agent.calls).containsExactly("attach /etc/regeln-ü.yaml STRICT");
    assertThat(reply.outcome()).isEqualTo(Reply.Outcome.DONE);
    assertThat(reply.agent()).contains(Reports.agent());
  }

  @Test
  void reloadsTheFileInUseWhenTheRequestNamesNone() throws IOException {
    ask(request(Command.RELOAD, Optional.empty()));

    assertThat(agent.calls).containsExactly("reload Optional.empty");
  }

  @Test
  void answersADetachWithWhatItLeftBehind() throws IOException {
    Reply reply = ask(request(Command.DETACH, Optional.empty()));

    assertThat(reply.detached()).contains(Reports.detached());
    assertThat(reply.agent()).isEmpty();
  }

  @Test
  void answersARefusalWithItsProblems() throws IOException {
    ReportedProblem problem =
        new ReportedProblem(
            ReportedProblem.Severity.ERROR,
            "unknown key: stratgey",
            Optional.of(new ReportedProblem.Place("rules.yaml", 3, 5)));
    agent.refusal = Optional.of(new Refusal("the rule file is broken", List.of(problem)));

    Reply reply = ask(request(Command.STATUS, Optional.empty()));

    assertThat(reply.outcome()).isEqualTo(Reply.Outcome.REFUSED);
    assertThat(reply.message()).contains("the rule file is broken");
    assertThat(reply.problems()).containsExactly(problem);
  }

  @Test
  void answersAnErrorInsteadOfThrowingItIntoTheApplication() throws IOException {
    agent.error = Optional.of(new NoClassDefFoundError("com/acme/Gone"));

    Reply reply = ask(request(Command.STATUS, Optional.empty()));

    assertThat(reply.outcome()).isEqualTo(Reply.Outcome.FAILED);
    assertThat(reply.message().orElseThrow()).contains("com/acme/Gone");
    assertThat(reply.trace().orElseThrow()).contains("ControlPointTest");
  }

  @Test
  void anAttachWithoutRuleFileIsRefused() throws IOException {
    Reply reply = ask(request(Command.ATTACH, Optional.empty()));

    assertThat(reply.outcome()).isEqualTo(Reply.Outcome.REFUSED);
    assertThat(agent.calls).isEmpty();
  }

  @Test
  void doesNothingWhenTheCommandLineIsGone() {
    assertThatCode(() -> controlPoint.serve(directory.resolve("gone"))).doesNotThrowAnyException();

    assertThat(agent.calls).isEmpty();
    assertThat(logged.toString(StandardCharsets.UTF_8)).contains("gone");
  }

  @Test
  void refusesACommandOfALaterVersionWithoutThrowing() throws IOException {
    Files.writeString(
        directory.resolve(Request.FILE), "command=dance\njar=/a.jar\nversion=9\nstrict=false\n");

    controlPoint.serve(directory);

    assertThat(agent.calls).isEmpty();
    assertThat(logged.toString(StandardCharsets.UTF_8)).contains("DANCE");
  }

  @Test
  void whatIsWantedOfTheChannelsArrivesAndItsUrlIsNotLogged() throws IOException {
    ChannelOrder order =
        new ChannelOrder(ChannelOrder.Action.ADD, "json://host/s3cret", List.of("a", "b c"));
    Request request =
        new Request(
            Command.CHANNELS,
            Path.of("/opt/agent.jar"),
            "1.0",
            Optional.empty(),
            Strictness.LENIENT,
            Optional.of(order),
            true);

    assertThat(ask(request).channels().orElseThrow().added()).hasValue("c1");
    assertThat(agent.calls).containsExactly("channels ADD json://host/s3cret [a, b c]");
    assertThat(logged.toString(StandardCharsets.UTF_8)).doesNotContain("s3cret");
  }

  private static Request request(Command command, Optional<Path> rules) {
    return new Request(
        command,
        Path.of("/opt/mülligan agent.jar"),
        "1.0",
        rules,
        Strictness.STRICT,
        Optional.empty(),
        true);
  }

  private Reply ask(Request request) throws IOException {
    Files.write(directory.resolve(Request.FILE), request.bytes());
    controlPoint.serve(directory);
    return Reply.parse(Files.readAllBytes(directory.resolve(Reply.FILE))).orElseThrow();
  }

  /** Remembers what it was asked. */
  private static final class RecordingAgent implements ControlledAgent {
    private final List<String> calls = new ArrayList<>();

    @Override
    public ChannelsReport channels(ChannelOrder order) {
      calls.add("channels " + order.action() + " " + order.channel() + " " + order.tags());
      return new ChannelsReport(List.of(), Optional.of("c1"), List.of());
    }

    private Optional<Refusal> refusal = Optional.empty();
    private Optional<Error> error = Optional.empty();

    @Override
    public AgentReport attach(Path rules, Strictness strictness, Served request) {
      calls.add("attach " + rules + " " + strictness);
      return Reports.agent();
    }

    @Override
    public AgentReport reload(Optional<Path> rules, Served request) {
      calls.add("reload " + rules);
      return Reports.agent();
    }

    @Override
    public AgentReport status() throws Refusal {
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      if (error.isPresent()) {
        throw error.get();
      }
      return Reports.agent();
    }

    @Override
    public DetachReport detach(Served request) {
      return Reports.detached();
    }
  }
}
