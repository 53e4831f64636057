package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** A child JVM while it runs; closing it kills it. */
public final class RunningJvm implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Process process;
  private final List<String> command;
  private final Lines out;
  private final Lines err;
  private final Thread killer;

  RunningJvm(Process process, List<String> command) {
    this.process = process;
    this.command = command;
    this.out = new Lines(process.getInputStream());
    this.err = new Lines(process.getErrorStream());
    this.killer = new Thread(process::destroyForcibly, "kills a child JVM");
    Runtime.getRuntime().addShutdownHook(killer);
  }

  public long pid() {
    return process.pid();
  }

  public List<String> out() {
    return out.soFar();
  }

  public List<String> err() {
    return err.soFar();
  }

  public ListAssert<String> assertErr() {
    return Assertions.assertThat(err()).as(this::report);
  }

  /** Waits for a line on standard output that contains the text. */
  public String awaitOut(String text) {
    return await(out, 0, text);
  }

  /** Waits for a line on standard error that contains the text. */
  public String awaitErr(String text) {
    return await(err, 0, text);
  }

  /** Sends a line to a program that answers each line with one, and returns the answer. */
  public String ask(String line) {
    int before = out.soFar().size();
    say(line);
    return await(out, before, "");
  }

  /** Sends a line to the program's standard input. */
  public void say(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(report(), e);
    }
  }

  private String await(Lines lines, int from, String text) {
    try {
      Optional<String> found = lines.await(from, line -> line.contains(text), PATIENCE);
      return found.orElseThrow(
          () -> new AssertionError("No line with \"" + text + "\" came. " + report()));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Ends the program's standard input and waits for its end. */
  public Finished end() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyEnded) {
      // Then it has ended.
    }
    return awaitEnd(PATIENCE);
  }

  public Finished awaitEnd(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("Still running after " + atMost + ". " + report());
      }
      out.awaitEnd(PATIENCE);
      err.awaitEnd(PATIENCE);
      return new Finished(command, process.exitValue(), out(), err());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }

  /** What it wrote until now, for a failing test's message. */
  public String report() {
    return Finished.report(command, "so far", out(), err());
  }

  /** As {@code kill -9} does; returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
      removeSocket();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A killed JVM leaves its attach socket behind. A later process with its number cannot be
   * attached to if it belongs to another user, who may not remove the file.
   */
  private void removeSocket() {
    try {
      Files.deleteIfExists(Path.of("/tmp/.java_pid" + process.pid()));
    } catch (IOException ofAnotherUser) {
      // Only root may remove it.
    }
  }

  @Override
  public void close() {
    kill();
    Runtime.getRuntime().removeShutdownHook(killer);
  }
}
