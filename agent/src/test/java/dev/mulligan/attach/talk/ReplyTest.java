package dev.mulligan.attach.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.Counts;
import dev.mulligan.attach.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyTest {

  @TempDir Path directory;

  private Optional<Reply> read() throws IOException {
    return Reply.parse(Files.readAllBytes(directory.resolve(Reply.FILE)));
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    Reply reply = Reply.done(Reports.agent());
    reply.write(directory);

    assertThat(read()).contains(reply);
  }

  @Test
  void ofAnOlderAgentHasEmptyPartsInsteadOfMissingOnes() throws IOException {
    Files.writeString(
        directory.resolve(Reply.FILE),
        """
        {"outcome": "done", "agent": {"version": "0.1", "rules": [{"name": "charge"}]}}
        """);

    AgentReport agent = read().orElseThrow().agent().orElseThrow();

    assertThat(agent.channels()).isEmpty();
    assertThat(agent.methods()).isZero();
    assertThat(agent.rules().get(0).counts()).isEqualTo(Counts.NONE);
    assertThat(agent.weaving().classes()).isZero();
  }

  @Test
  void ofANewerAgentMayHavePartsThatNobodyKnows() throws IOException {
    Files.writeString(
        directory.resolve(Reply.FILE), "{\"outcome\": \"failed\", \"budget\": {\"tokens\": 3}}");

    Reply reply = read().orElseThrow();

    assertThat(reply.outcome()).isEqualTo(Reply.Outcome.FAILED);
    assertThat(reply.message()).isEqualTo(Optional.empty());
  }

  @Test
  void thatIsGarbageIsNotRepeatedInTheMessage() throws IOException {
    Files.writeString(directory.resolve(Reply.FILE), "root:secret:0:0");

    assertThatThrownBy(() -> read())
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("secret");
  }
}
