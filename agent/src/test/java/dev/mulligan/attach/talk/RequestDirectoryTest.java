package dev.mulligan.attach.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.attach.process.Proc;
import dev.mulligan.attach.report.ChangeReport;
import dev.mulligan.attach.report.Reports;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestDirectoryTest {

  private static final long SELF = ProcessHandle.current().pid();
  private static final Request REQUEST =
      new Request(
          Command.STATUS,
          Path.of("/opt/agent.jar"),
          "1.0",
          Optional.empty(),
          Strictness.LENIENT,
          Optional.empty(),
          true);

  @Test
  void letsNobodyElseIn() throws IOException {
    try (RequestDirectory directory = RequestDirectory.open(Proc.of(SELF), REQUEST)) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.targetPath())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void holdsTheRequestForTheOtherEnd() throws IOException {
    try (RequestDirectory directory = RequestDirectory.open(Proc.of(SELF), REQUEST)) {
      assertThat(Request.read(directory.targetPath())).isEqualTo(REQUEST);
    }
  }

  @Test
  void hasNoReplyUntilItIsWhole() throws IOException {
    try (RequestDirectory directory = RequestDirectory.open(Proc.of(SELF), REQUEST)) {
      Files.writeString(directory.targetPath().resolve(Reply.FILE + ".part"), "{");

      assertThat(directory.reply()).isEmpty();
    }
  }

  @Test
  void takesNoReplyThatIsALinkOrAPipeOrAFolderOrHuge() throws Exception {
    try (RequestDirectory directory = RequestDirectory.open(Proc.of(SELF), REQUEST)) {
      Path reply = directory.targetPath().resolve(Reply.FILE);
      Files.createSymbolicLink(reply, Path.of("/dev/zero"));
      assertThatThrownBy(directory::reply).hasMessageContaining("not a regular file");
      Files.delete(reply);

      assertThat(new ProcessBuilder("mkfifo", reply.toString()).start().waitFor()).isZero();
      assertThatThrownBy(directory::reply).hasMessageContaining("not a regular file");
      Files.delete(reply);

      Files.createDirectory(reply);
      assertThatThrownBy(directory::reply).hasMessageContaining("not a regular file");
      Files.delete(reply);

      try (RandomAccessFile sparse = new RandomAccessFile(reply.toFile(), "rw")) {
        sparse.setLength(20L << 30);
      }
      assertThatThrownBy(directory::reply).hasMessageContaining("more than the limit");
    }
  }

  @Test
  void deletesNothingThroughALinkThatTookItsPlace(@TempDir Path victim) throws IOException {
    Path file = Files.writeString(victim.resolve(Request.FILE), "of somebody else");
    RequestDirectory directory = RequestDirectory.open(Proc.of(SELF), REQUEST);
    Path moved = victim.resolve("moved");
    Files.move(directory.targetPath(), moved);
    Files.createSymbolicLink(directory.targetPath(), victim);

    directory.close();
    Files.delete(directory.targetPath());

    assertThat(file).hasContent("of somebody else");
    assertThat(moved).isEmptyDirectory();
  }

  @Test
  void leavesNothingBehind() throws IOException {
    RequestDirectory directory = RequestDirectory.open(Proc.of(SELF), REQUEST);
    Reply.done(Reports.agent()).write(directory.targetPath());
    directory.close();

    assertThat(directory.targetPath()).doesNotExist();
  }

  @Test
  void aRequestIsEitherWithdrawnOrCompleted() throws IOException {
    try (RequestDirectory directory = RequestDirectory.open(Proc.of(SELF), REQUEST)) {
      ServedRequest served = new ServedRequest(directory.targetPath());
      assertThat(served.isWithdrawn()).isFalse();

      assertThat(directory.withdraw()).isTrue();

      assertThat(served.isWithdrawn()).isTrue();
      assertThat(served.complete()).isFalse();
    }
    try (RequestDirectory directory = RequestDirectory.open(Proc.of(SELF), REQUEST)) {
      ServedRequest served = new ServedRequest(directory.targetPath());

      assertThat(served.complete()).isTrue();

      assertThat(directory.withdraw()).isFalse();
      assertThat(served.isWithdrawn()).isFalse();
      assertThat(served.complete()).isTrue();
    }
  }

  @Test
  void passesOnTheProgress() throws IOException {
    ChangeReport progress = new ChangeReport("reload", ChangeReport.Phase.WEAVING, 3, 7, 40, 2);
    try (RequestDirectory directory = RequestDirectory.open(Proc.of(SELF), REQUEST)) {
      assertThat(directory.progress()).isEmpty();

      new ServedRequest(directory.targetPath()).show(progress);

      assertThat(directory.progress()).contains(progress);
    }
  }

  @Test
  void theAgentToleratesThatTheDirectoryIsGone() throws IOException {
    RequestDirectory directory = RequestDirectory.open(Proc.of(SELF), REQUEST);
    ServedRequest served = new ServedRequest(directory.targetPath());
    directory.close();

    served.show(new ChangeReport("reload", ChangeReport.Phase.WEAVING, 3, 7, 40, 2));

    assertThat(served.isWithdrawn()).isTrue();
    assertThat(served.complete()).isFalse();
  }
}
