package dev.mulligan.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.attach.process.Proc;
import dev.mulligan.attach.process.WaitLimit;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import dev.mulligan.attach.talk.Strictness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

  private static final long ALIVE = ProcessHandle.current().pid();
  private static final long GONE = 999_999_999;

  @Test
  void anAgentThatLoadedButDidNotAnswerIsNoSuccess() {
    assertThat(of(ALIVE).unanswered(Optional.empty()).inFull())
        .contains("sent no reply")
        .contains("[mulligan]");
  }

  @Test
  void dynamicLoadingDisabledIsRecognisedByWhatTheJvmSays() {
    IOException said =
        new IOException(
            "Failed to load agent library: Dynamic agent loading is not enabled. Use"
                + " -XX:+EnableDynamicAgentLoading to launch target VM.");

    assertThat(of(ALIVE).unanswered(Optional.of(said)).inFull())
        .contains("was started with -XX:-EnableDynamicAgentLoading")
        .contains("-javaagent:/opt/agent.jar=/etc/rules.yaml");
  }

  @Test
  void aJarThatTheOtherUserCannotReadIsTold() {
    IOException said = new IOException("Agent JAR not found or no Agent-Class attribute");

    assertThat(of(ALIVE).unanswered(Optional.of(said)).inFull())
        .contains("cannot read /opt/agent.jar");
  }

  @Test
  void aRuntimeImageWithoutInstrumentationIsTold() {
    IOException said = new IOException("Module java.instrument not found");

    assertThat(of(ALIVE).unanswered(Optional.of(said)).inFull())
        .contains("jlink --add-modules java.instrument");
  }

  @Test
  void silenceIsToldWithTheTimeWaited() {
    assertThat(of(ALIVE).notConnected(new TimeoutException()).inFull())
        .contains("did not answer within 60 s")
        .contains("--timeout");
    assertThat(of(ALIVE).timedOut(Exchange.Withdrawal.NOT_BEGUN).inFull())
        .contains("did not answer within 60 s")
        .contains("The command withdrew its request");
  }

  @Test
  void aTimeOutTellsWhatBecameOfTheRequest() {
    assertThat(of(ALIVE).timedOut(Exchange.Withdrawal.UNDONE).inFull())
        .contains("made no progress within 60 s")
        .contains("what had been changed is undone");
    assertThat(of(ALIVE).timedOut(Exchange.Withdrawal.UNDOING).inFull())
        .contains("the process undoes what it had changed")
        .contains("status " + ALIVE);
    assertThat(of(ALIVE).timedOut(Exchange.Withdrawal.TOO_LATE).inFull())
        .contains("The request was done before it could be withdrawn");
  }

  @Test
  void aProcessThatEndedMeanwhileIsTold() {
    assertThat(of(GONE).notConnected(new IOException("Connection reset")).inFull())
        .contains("has ended");
  }

  @Test
  void anythingElseIsToldInTheJvmsWords() {
    assertThat(of(ALIVE).notConnected(new IOException("well-known file is not secure")).inFull())
        .contains("well-known file is not secure")
        .contains("same user and group");
  }

  private static Explanations of(long pid) {
    CommandOrigin asker = new CommandOrigin(Path.of("/opt/agent.jar"), "1.0", "app", "java");
    ProcessRequest errand =
        ProcessRequest.attach(pid, Path.of("/etc/rules.yaml"), Strictness.LENIENT);
    WaitLimit patience = new WaitLimit(Duration.ofSeconds(60), Duration.ofSeconds(3), since -> {});
    return new Explanations(asker, errand, new Obstacles(asker, errand, Proc.of(pid)), patience);
  }
}
