package dev.mulligan.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TalkDirectoryTest {

  private static final long SELF = ProcessHandle.current().pid();
  private static final Request REQUEST =
      new Request(
          Command.STATUS,
          Path.of("/opt/agent.jar"),
          "1.0",
          Optional.empty(),
          Strictness.LENIENT,
          Optional.empty());

  @Test
  void letsNobodyElseIn() throws IOException {
    try (TalkDirectory directory = TalkDirectory.open(SELF, Proc.of(SELF), REQUEST)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.here())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void holdsTheRequestForTheOtherEnd() throws IOException {
    try (TalkDirectory directory = TalkDirectory.open(SELF, Proc.of(SELF), REQUEST)) {
      assertThat(Request.read(directory.there())).isEqualTo(REQUEST);
    }
  }

  @Test
  void leavesNothingBehind() throws IOException {
    TalkDirectory directory = TalkDirectory.open(SELF, Proc.of(SELF), REQUEST);
    Reply.done(Reports.agent()).write(directory.here());
    directory.close();

    assertThat(directory.here()).doesNotExist();
  }
}
