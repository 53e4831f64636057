package dev.mulligan.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final UnaryOperator<String> AS_IS = UnaryOperator.identity();

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void aLineHasTimeNameLevelAndMessage() {
    log(Log.Level.INFO, AS_IS).info("Agent ready");
    assertThat(written()).isEqualTo("2026-03-01T12:00:00.000Z [mulligan] INFO Agent ready\n");
  }

  @Test
  void whatIsBelowTheLevelIsNotWritten() {
    Log log = log(Log.Level.WARNING, AS_IS);
    log.debug("d");
    log.info("i");
    log.warning("w");
    log.error("e");
    assertThat(written().lines().map(line -> line.substring(line.indexOf(']') + 2)))
        .containsExactly("WARNING w", "ERROR e");
    assertThat(log.isLogged(Log.Level.INFO)).isFalse();
  }

  @Test
  void offIsSilent() {
    Log log = log(Log.Level.OFF, AS_IS);
    log.error("e");
    assertThat(written()).isEmpty();
    assertThat(log.isLogged(Log.Level.OFF)).isFalse();
  }

  @Test
  void aMessageOfSeveralLinesBecomesOne() {
    log(Log.Level.INFO, AS_IS)
        .info("ERROR: syntax \r\n  Detail:\tx\n\n2026 [mulligan] INFO forged\u2028\u001B[31m\n");
    assertThat(written())
        .endsWith("INFO ERROR: syntax | Detail: x | 2026 [mulligan] INFO forged | .[31m\n");
  }

  @Test
  void aMessageOfTenMegabytesIsCut() {
    log(Log.Level.INFO, AS_IS).info("x".repeat(10_000_000));
    assertThat(written()).hasSizeLessThan(10_100).endsWith("x…\n");
  }

  @Test
  void everyLinePassesTheRedaction() {
    log(Log.Level.INFO, text -> text.replace("s3cret", "***")).warning("token=s3cret");
    assertThat(written()).endsWith("WARNING token=***\n");
  }

  @Test
  void aMessageWhoseRedactionFailsIsWithheld() {
    UnaryOperator<String> failing =
        text -> {
          throw new StackOverflowError();
        };
    log(Log.Level.INFO, failing).warning("token=s3cret");
    assertThat(written())
        .endsWith(
            "WARNING (a message is withheld, its redaction failed:"
                + " java.lang.StackOverflowError)\n");
  }

  @Test
  void aWarningIsSaidOnce() {
    Log log = log(Log.Level.INFO, AS_IS);
    log.warnOnce("no such property");
    log.warnOnce("no such property");
    log.warnOnce("another");
    assertThat(written().lines()).hasSize(2);
  }

  @Test
  void neverThrows() {
    PrintStream broken =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void println(String line) {
            throw new IllegalStateException("replaced by the application");
          }
        };
    new Log(broken, Log.Level.INFO, AS_IS, CLOCK).error("e");
    assertThat(broken.checkError()).isFalse();
  }

  @Test
  void aFileIsAppendedTo() throws IOException {
    Path file = Files.writeString(folder.resolve("mulligan.log"), "before\n");
    try (Log log = Log.toFile(file.toFile(), Log.Level.INFO, AS_IS, CLOCK)) {
      log.info("größer");
      assertThat(file)
          .content()
          .isEqualTo("before\n2026-03-01T12:00:00.000Z [mulligan] INFO größer\n");
    }
  }

  @Test
  void aNewFileIsItsOwnersOnly() throws IOException {
    Path file = folder.resolve("new.log");
    Log.toFile(file.toFile(), Log.Level.INFO, AS_IS, CLOCK).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatIsThereKeepsItsPermissions() throws IOException {
    Path file = Files.writeString(folder.resolve("shared.log"), "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Log.toFile(file.toFile(), Log.Level.INFO, AS_IS, CLOCK).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void aFileThatCanNotBeWrittenIsSaidOnStandardError() {
    File missing = folder.resolve("no-such-folder/mulligan.log").toFile();
    Log log = Log.toFile(missing, Log.Level.INFO, AS_IS, CLOCK, stream());
    log.info("Agent ready");
    log.close();
    log.info("still there");
    assertThat(written())
        .contains(
            "ERROR Log file "
                + missing
                + " cannot be written, logging to standard error: java.io.IOExcept")
        .contains("INFO Agent ready")
        .contains("INFO still there");
  }

  private Log log(Log.Level threshold, UnaryOperator<String> redaction) {
    return new Log(stream(), threshold, redaction, CLOCK);
  }

  private PrintStream stream() {
    return new PrintStream(written, true, StandardCharsets.UTF_8);
  }

  private String written() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
