package dev.mulligan.it.harness;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs Kotlin's compiler in a separate JVM, so that it shares no library with the tests. */
final class KotlinCompiler {

  private static final Path JARS = Path.of("target/kotlin-compiler");

  private KotlinCompiler() {}

  static void compile(List<Path> sources, List<Path> libraries, Path classes) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", joined(App.filesIn(JARS, ".jar"))));
    command.add("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler");
    command.addAll(List.of("-no-stdlib", "-no-reflect", "-jvm-target", "17", "-nowarn"));
    command.addAll(List.of("-cp", joined(libraries), "-d", classes.toString()));
    sources.forEach(source -> command.add(source.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("Kotlin's compiler failed:\n" + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
