package dev.mulligan.rules;

import dev.mulligan.rules.source.Environment;
import java.io.File;
import java.util.Optional;

/**
 * The rule file to read, and the source of its name.
 *
 * @param file as written; relative to the working directory
 */
public record RuleSource(File file, NamedBy namedBy) {

  /** The source of the rule file's name. */
  public enum NamedBy {
    /** The agent's options, or the command line. */
    OPTION,
    /** The environment variable {@value RuleSource#VARIABLE}. */
    VARIABLE,
    /** The default, {@value RuleSource#DEFAULT_FILE} in the working directory. */
    DEFAULT
  }

  static final String VARIABLE = "MULLIGAN_RULES";
  static final String DEFAULT_FILE = "mulligan.yaml";

  public static RuleSource option(String path) {
    return new RuleSource(new File(path), NamedBy.OPTION);
  }

  /** The rule file where the command line names none. */
  public static RuleSource ofEnvironment(Environment environment) {
    Optional<String> path = environment.variable(VARIABLE);
    return path.isPresent() && !path.get().isBlank()
        ? new RuleSource(new File(path.get().strip()), NamedBy.VARIABLE)
        : new RuleSource(new File(DEFAULT_FILE), NamedBy.DEFAULT);
  }

  /** The end of the message that the file does not exist. */
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
              + " names another file; the command 'init' writes a starter file";
    };
  }
}
