package dev.mulligan.retry;

import dev.mulligan.log.Log;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A log whose lines a test can read, without their time. */
public final class LogCapture {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Log log =
      new Log(
          new PrintStream(bytes, true, StandardCharsets.UTF_8),
          Log.Level.DEBUG,
          text -> text,
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  public Log log() {
    return log;
  }

  /** Such as {@code INFO Retrying …}, without the calls' ids. */
  public List<String> lines() {
    return linesWithIds().stream()
        .map(line -> line.replaceFirst(" \\[call \\p{XDigit}{8}]$", ""))
        .toList();
  }

  List<String> linesWithIds() {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.substring(line.indexOf("[mulligan] ") + "[mulligan] ".length()))
        .toList();
  }
}
