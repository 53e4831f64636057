package dev.mulligan.attach.process;

import dev.mulligan.rules.source.Environment;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of another process for the placeholders in a rule file, as far as visible from
 * outside: its environment variables where the system shows them, but not its system properties. It
 * records whether it had to guess: a mistake that results from a guess may not exist in that
 * process.
 */
public final class TargetEnvironment implements Environment {

  private final Environment own = Environment.ofProcess();
  private final Optional<Map<String, String>> variables;
  private boolean guessed;

  public TargetEnvironment(Optional<Map<String, String>> variables) {
    this.variables = variables;
  }

  public boolean hasGuessed() {
    return guessed;
  }

  @Override
  public Optional<String> variable(String name) {
    if (variables.isPresent()) {
      return Optional.ofNullable(variables.get().get(name));
    }
    guessed = true;
    return own.variable(name);
  }

  @Override
  public Optional<String> property(String name) {
    guessed = true;
    return own.property(name);
  }

  @Override
  public String read(File file) throws IOException {
    guessed = true;
    return own.read(file);
  }
}
