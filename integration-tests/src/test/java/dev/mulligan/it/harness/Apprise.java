package dev.mulligan.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Debian's {@code apprise}, which .ci/run installs. Its proxy shows what it has sent: its exit
 * status is 0 for many messages that were never sent.
 */
public record Apprise(Map<String, String> environment) {

  private static final Path PROGRAM = Path.of("/usr/bin/apprise");

  /** Sends everything through the proxy, whose authority it trusts. */
  public static Apprise through(CapturingProxy proxy) {
    String certificate = proxy.authority().certificate().toString();
    return new Apprise(
        Map.of(
            "HTTPS_PROXY",
            proxy.url(),
            "HTTP_PROXY",
            proxy.url(),
            "NO_PROXY",
            "",
            "REQUESTS_CA_BUNDLE",
            certificate,
            "SSL_CERT_FILE",
            certificate));
  }

  /** What {@code apprise --version} says first, such as {@code Apprise v1.2.0}. */
  public String version() {
    return run(List.of("--version")).lines().findFirst().orElseThrow();
  }

  /**
   * @param type {@code info}, {@code success}, {@code warning} or {@code failure}
   * @return what it said, for a failing test's message
   */
  public String send(String url, String title, String body, String type) {
    return run(List.of("-vvv", "--title", title, "--body", body, "--notification-type", type, url));
  }

  private String run(List<String> arguments) {
    if (!Files.isExecutable(PROGRAM)) {
      throw new AssertionError(PROGRAM + " is missing: .ci/run installs it (apt-get, apprise)");
    }
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.matches("(?i)https?_proxy|no_proxy"));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      Lines said = new Lines(process.getInputStream());
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(command + " is still running: " + said.soFar());
      }
      said.awaitEnd(Duration.ofSeconds(10));
      return String.join("\n", said.soFar());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
