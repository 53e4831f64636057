package dev.mulligan.rules;

import dev.mulligan.rules.source.Environment;
import java.io.File;
import java.util.Optional;

/**
 * Which rule file, and who named it.
 *
 * @param file as named; relative to the working directory
 */
public record RuleSource(File file, NamedBy namedBy) {

  /** Who named the rule file. */
  public enum NamedBy {
    /** The agent's options, or the command line. */
    OPTION,
    /** The environment variable {@value RuleSource#VARIABLE}. */
    VARIABLE,
    /** Nobody: {@value RuleSource#DEFAULT_FILE} in the working directory. */
    DEFAULT
  }

  static final String VARIABLE = "MULLIGAN_RULES";
  static final String DEFAULT_FILE = "mulligan.yaml";

  public static RuleSource option(String path) {
    return new RuleSource(new File(path), NamedBy.OPTION);
  }

  /** Where nobody names a file on the command line. */
  public static RuleSource ofEnvironment(Environment environment) {
    Optional<String> path = environment.variable(VARIABLE);
    return path.isPresent() && !path.get().isBlank()
        ? new RuleSource(new File(path.get().strip()), NamedBy.VARIABLE)
        : new RuleSource(new File(DEFAULT_FILE), NamedBy.DEFAULT);
  }

  /** For the message that there is no such file. */
  public String whenMissing() {
    return switch (namedBy) {
      case OPTION -> "";
      case VARIABLE -> "; the environment variable " + VARIABLE + " names it";
      case DEFAULT ->
          " in the working directory "
              + new File("").getAbsolutePath()
              + ", and neither -javaagent:mulligan-agent.jar=rules.yaml nor the environment"
              + " variable "
              + VARIABLE
              + " names another; 'init' writes one to start with";
    };
  }
}
