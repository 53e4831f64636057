package dev.mulligan.benchmarks.startup;

import dev.mulligan.benchmarks.lab.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way to start the hello-world.
 *
 * @param options the options of the JVM
 * @param retries whether the variant must recover from a first failure
 */
record Start(String name, boolean retries, Path hello, List<String> options) {

  /** Milliseconds from the start of the process to its end. */
  double time(Jdk jdk) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process =
        process(jdk, options, List.of())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int status = process.waitFor();
    double millis = (System.nanoTime() - begin) / 1e6;
    if (status != 0) {
      throw new IOException(name + " on JDK " + jdk + " ended with status " + status);
    }
    return millis;
  }

  /**
   * Makes the application fail once and checks the outcome.
   *
   * @throws IOException when the outcome is not the expected one
   */
  void verify(Jdk jdk) throws IOException, InterruptedException {
    Process process = process(jdk, options, List.of("fail")).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if ((process.waitFor() == 0) != retries) {
      String wrong = retries ? " did not retry" : " retried, or did not start";
      throw new IOException(name + wrong + " on JDK " + jdk + ":\n" + output);
    }
  }

  /** The classes that the JVM loads until it ends. */
  LoadedClasses loadedClasses(Jdk jdk, Path log) throws IOException, InterruptedException {
    List<String> logging = new ArrayList<>(options);
    logging.add("-Xlog:class+load:file=" + log);
    process(jdk, logging, List.of())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return LoadedClasses.in(Files.readAllLines(log));
  }

  private ProcessBuilder process(Jdk jdk, List<String> jvmOptions, List<String> arguments) {
    List<String> command =
        Stream.of(
                List.of(jdk.java().toString()),
                jvmOptions,
                List.of("-jar", hello.toString()),
                arguments)
            .flatMap(List::stream)
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "MULLIGAN_RULES"));
    return builder;
  }
}
