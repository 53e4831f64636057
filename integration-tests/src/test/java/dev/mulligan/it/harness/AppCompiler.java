package dev.mulligan.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** The JDK's own javac and jar, and Kotlin's compiler: what an application's own build does. */
record AppCompiler(String name, Path sources, List<Path> libraries) {

  void compileTo(Path jar) {
    try {
      Path classes = Files.createTempDirectory("mulligan-" + name);
      List<String> arguments =
          new ArrayList<>(List.of("--release", "17", "-parameters", "-d", classes.toString()));
      arguments.add("-cp");
      arguments.add(
          libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
      List<Path> kotlin = App.filesIn(sources, ".kt");
      if (!kotlin.isEmpty()) {
        KotlinCompiler.compile(kotlin, libraries, classes);
      }
      List<Path> java = App.filesIn(sources, ".java");
      java.forEach(source -> arguments.add(source.toString()));
      if (!java.isEmpty()) {
        run("javac", arguments);
      }
      Files.createDirectories(jar.getParent());
      run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String tool, List<String> arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int status =
        ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException(tool + " failed for the application " + name + ":\n" + said);
    }
  }
}
