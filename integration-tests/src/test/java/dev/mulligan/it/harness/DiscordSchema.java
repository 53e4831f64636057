package dev.mulligan.it.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Discord's published schema of a webhook's message, as the npm package discord-api-spec has it.
 */
public final class DiscordSchema {

  private static final Path FOLDER = Path.of("peers").toAbsolutePath();

  private DiscordSchema() {}

  /** What it has against the body; empty when it allows it. */
  public static List<String> problems(String body) {
    if (!Files.isDirectory(FOLDER.resolve("node_modules/discord-api-spec"))) {
      throw new AssertionError("discord-api-spec is missing: .ci/install-peers installs it");
    }
    try {
      Process process =
          new ProcessBuilder("node", "discord-webhook.mjs")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError("discord-webhook.mjs: " + said);
      }
      return said.lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
