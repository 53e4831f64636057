package dev.mulligan.attach.process;

import java.util.List;
import java.util.Set;

/** Parses the arguments of the {@code java} command. */
final class JavaCommandLine {

  private static final Set<String> WITH_VALUE =
      Set.of(
          "-cp",
          "-classpath",
          "--class-path",
          "-p",
          "--module-path",
          "--upgrade-module-path",
          "--add-modules",
          "--add-reads",
          "--add-exports",
          "--add-opens",
          "--limit-modules",
          "--patch-module",
          "--enable-native-access",
          "--source",
          "-m",
          "--module");

  private JavaCommandLine() {}

  /** The main class or jar; empty when there is none. */
  static String mainOf(List<String> line) {
    for (int i = 1; i < line.size(); i++) {
      String argument = line.get(i);
      if (argument.startsWith("--module=")) {
        return argument.substring("--module=".length());
      }
      if (Set.of("-m", "--module").contains(argument)) {
        return i + 1 < line.size() ? line.get(i + 1) : "";
      }
      if (WITH_VALUE.contains(argument)) {
        i++;
      } else if (!argument.startsWith("-") && !argument.startsWith("@")) {
        return argument;
      }
    }
    return "";
  }
}
