package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.rules.read.RuleFileReader;
import dev.mulligan.rules.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rule files in a folder of one test. */
public final class RuleFiles {

  private final Path folder;
  private final FakeEnvironment environment;

  public RuleFiles(Path folder) {
    this(folder, new FakeEnvironment());
  }

  public RuleFiles(Path folder, FakeEnvironment environment) {
    this.folder = folder;
    this.environment = environment;
  }

  public Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ReadResult read(String text) {
    return RuleFileReader.read(write("rules.yaml", text).toFile(), environment);
  }

  public RuleFile accept(String text) {
    ReadResult result = read(text);
    assertThat(rendered(result.problems())).isEmpty();
    return ((ReadResult.Accepted) result).rules();
  }

  /** Each problem as {@code rules.yaml:3:5: message: did you mean 'x'?}. */
  public List<String> problems(String text) {
    return rendered(read(text).problems());
  }

  List<String> rendered(List<Problem> problems) {
    return problems.stream().map(problem -> problem.toString().replace(folder + "/", "")).toList();
  }
}
