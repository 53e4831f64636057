package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server that .ci/install-peers installs, as a process of the test's own; closing it kills it.
 */
public final class Peer implements AutoCloseable {

  private final Process process;
  private final List<String> command;
  private final Lines said;

  private Peer(Process process, List<String> command) {
    this.process = process;
    this.command = command;
    this.said = new Lines(process.getInputStream());
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "kills a peer"));
  }

  /**
   * @param program of the system's or of npm's
   * @throws AssertionError when it is not installed
   */
  public static Peer start(Path program, List<String> arguments) {
    if (!Files.isExecutable(program)) {
      throw new AssertionError(program + " is missing: .ci/install-peers installs it");
    }
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    try {
      return new Peer(new ProcessBuilder(command).redirectErrorStream(true).start(), command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for an answer by HTTP that contains the text. */
  public void awaitAnswer(String url, String text) {
    Waiting.until(() -> !process.isAlive() || answer(url).contains(text), this::report);
    if (!process.isAlive()) {
      throw new AssertionError("It has ended. " + report());
    }
  }

  /** What it wrote until now, for a failing test's message. */
  public String report() {
    return String.join(" ", command) + "\n" + String.join("\n", said.soFar());
  }

  /** The body of an answer by HTTP; empty when there is none. */
  static String answer(String url) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (IOException notYet) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
