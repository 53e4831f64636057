package dev.mulligan.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs Jazzer for a few seconds on everything that reads texts and files from elsewhere, each in a
 * JVM of its own: libFuzzer has one target for each process. A finding is kept, with the input that
 * causes it, in {@code target/fuzz}.
 */
class FuzzTest {

  private static final Path RESULTS = Path.of("target", "fuzz");
  private static final Path SAMPLES = Path.of("..", "config-samples", "rules");
  private static final String SECONDS = System.getProperty("fuzz.seconds", "5");

  /**
   * Jazzer's own checks that do not apply: a rule file may contain patterns and name files; the
   * third guides the fuzzer through regular expressions, but leaves 100 inputs a second.
   */
  private static final String HOOKS_OFF =
      Stream.of("RegexInjection", "FilePathTraversal", "RegexRoadblocks")
          .map(name -> "com.code_intelligence.jazzer.sanitizers." + name)
          .collect(Collectors.joining(File.pathSeparator));

  /** Longer for one input is a finding; the first one loads all classes, on a busy machine. */
  private static final int SECONDS_FOR_ONE_INPUT = 25;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.mulligan.fuzz.RuleFileFuzz",
        "dev.mulligan.rules.yaml.YamlFuzz",
        "dev.mulligan.fuzz.ChannelUrlFuzz",
        "dev.mulligan.fuzz.PatternFuzz",
        "dev.mulligan.fuzz.DurationFuzz",
        "dev.mulligan.notify.content.TemplateFuzz",
        "dev.mulligan.notify.outbox.OutboxFuzz",
        "dev.mulligan.fuzz.RedactorFuzz",
      })
  void findsNothing(String target) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(RESULTS.resolve(target.replaceAll(".*\\.", "")));
    Path output = folder.resolve("output.txt");
    Process jazzer =
        new ProcessBuilder(command(target, folder))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int status = jazzer.waitFor();

    assertThat(status).as(Files.readString(output, UTF_8)).isZero();
    assertThat(output).content(UTF_8).containsPattern("(?m)^Done \\d+ runs in");
  }

  private static List<String> command(String target, Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + target);
    command.add("--instrumentation_includes=dev.mulligan.**");
    command.add("--disabled_hooks=" + HOOKS_OFF);
    command.add("--reproducer_path=" + folder);
    command.add("-artifact_prefix=" + folder + File.separator);
    command.add("-max_total_time=" + SECONDS);
    command.add("-timeout=" + SECONDS_FOR_ONE_INPUT);
    command.add("-max_len=1000");
    command.add("-seed=42");
    command.add(Files.createDirectories(folder.resolve("corpus")).toString());
    try (Stream<Path> samples = Files.walk(SAMPLES)) {
      samples.filter(Files::isDirectory).map(Path::toString).forEach(command::add);
    }
    return command;
  }
}
