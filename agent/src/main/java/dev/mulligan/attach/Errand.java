package dev.mulligan.attach;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is to be asked of which process.
 *
 * @param rules absolute, as the process sees it
 */
public record Errand(long pid, Command command, Optional<Path> rules, Strictness strictness) {

  public static Errand attach(long pid, Path rules, Strictness strictness) {
    return new Errand(pid, Command.ATTACH, Optional.of(rules), strictness);
  }

  public static Errand reload(long pid, Optional<Path> rules) {
    return new Errand(pid, Command.RELOAD, rules, Strictness.LENIENT);
  }

  public static Errand status(long pid) {
    return new Errand(pid, Command.STATUS, Optional.empty(), Strictness.LENIENT);
  }

  public static Errand detach(long pid) {
    return new Errand(pid, Command.DETACH, Optional.empty(), Strictness.LENIENT);
  }

  /** The same with the rule file in another place. */
  Errand withRules(UnaryOperator<Path> moved) {
    return new Errand(pid, command, rules.map(moved), strictness);
  }

  /** The arguments that ask the same of a process with this number. */
  String arguments(long number) {
    return command.name().toLowerCase(Locale.ROOT)
        + " "
        + number
        + rules.map(path -> " " + path).orElse("")
        + (strictness == Strictness.STRICT ? " --strict" : "");
  }
}
