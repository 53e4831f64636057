package dev.mulligan.cli;

import dev.mulligan.attach.talk.CommandOrigin;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;

/** Finds the jar, the user and the {@code java} command of this command line. */
final class ThisJar {

  private static final String ENTRY_CLASS = "dev.mulligan.agent.MulliganAgent";

  private ThisJar() {}

  static CommandOrigin origin() {
    Path jar = path();
    ProcessHandle.Info self = ProcessHandle.current().info();
    return new CommandOrigin(
        jar,
        version(jar),
        self.user().orElseGet(ThisJar::userWithoutName),
        javaCommand(self.command().orElse("java")));
  }

  /** The user's number, where the system has no name for it. */
  private static String userWithoutName() {
    try {
      return Files.getOwner(Path.of("/proc/self")).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return System.getProperty("user.name", "");
    }
  }

  /** {@code java} where the shell finds the same command, otherwise its path. */
  private static String javaCommand(String command) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path found = Path.of(folder, "java");
      if (Files.exists(found)) {
        return isSame(found, Path.of(command)) ? "java" : command;
      }
    }
    return command;
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * The code source of the entry class: the isolated class loader defines all others without one.
   */
  private static Path path() {
    try {
      CodeSource source =
          Class.forName(ENTRY_CLASS, false, ClassLoader.getSystemClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      return Path.of(source.getLocation().toURI()).toRealPath();
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException("the command line must be started with java -jar", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String version(Path jar) {
    if (Files.isDirectory(jar)) {
      return "development";
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      return Optional.ofNullable(file.getManifest())
          .map(manifest -> manifest.getMainAttributes().getValue("Implementation-Version"))
          .orElse("unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
