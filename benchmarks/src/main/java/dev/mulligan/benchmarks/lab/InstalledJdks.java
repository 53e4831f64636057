package dev.mulligan.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the JDKs to measure on, where package managers, SDKMAN, IDEs and GitHub put them. */
public final class InstalledJdks {

  private static final Set<String> WANTED = Set.of("17", "25");

  private InstalledJdks() {}

  /** One JDK of each requested version, oldest first; the current JDK if none is installed. */
  public static List<Jdk> find() throws IOException {
    Jdk running = Jdk.at(Path.of(System.getProperty("java.home")));
    Map<String, Jdk> found = new LinkedHashMap<>();
    found.put(running.feature(), running);
    for (Path home : candidates()) {
      if (Files.isExecutable(home.resolve("bin/javac")) && Files.exists(home.resolve("release"))) {
        Jdk jdk = Jdk.at(home);
        found.putIfAbsent(jdk.feature(), jdk);
      }
    }
    List<Jdk> wanted = WANTED.stream().sorted().map(found::get).filter(Objects::nonNull).toList();
    return wanted.isEmpty() ? List.of(running) : wanted;
  }

  private static List<Path> candidates() throws IOException {
    List<Path> homes = new ArrayList<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("JAVA_HOME")) {
                homes.add(Path.of(value));
              }
            });
    Path user = Path.of(System.getProperty("user.home"));
    homes.addAll(foldersIn(Path.of("/usr/lib/jvm")));
    homes.addAll(foldersIn(user.resolve(".sdkman/candidates/java")));
    homes.addAll(foldersIn(user.resolve(".jdks")));
    return homes;
  }

  private static List<Path> foldersIn(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.sorted().toList();
    }
  }
}
