package dev.mulligan.agent;

import dev.mulligan.agent.logging.ApplicationLogger;
import dev.mulligan.log.Log;
import dev.mulligan.log.StandardError;
import dev.mulligan.redact.Redactor;
import dev.mulligan.rules.AgentArguments;
import dev.mulligan.rules.AgentSettings;
import dev.mulligan.rules.ReadResult;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.rules.read.RuleFileReader;
import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problem;
import java.lang.instrument.Instrumentation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Starts the agent with its arguments. It prints mistakes to standard error; with mistakes, the
 * application starts without the rules.
 */
final class Start {

  /** The result of a start. */
  enum Outcome {
    STARTED,
    REFUSED,
    /** Refused, and {@code strict=true} demands that the JVM ends. */
    REFUSED_STRICTLY
  }

  private final Agent agent;
  private final Environment environment = Environment.ofProcess();

  Start(Agent agent) {
    this.agent = agent;
  }

  Outcome follow(String text) {
    AgentArguments arguments = AgentArguments.parse(text, environment);
    print(arguments.problems());
    ReadResult result = RuleFileReader.read(arguments.rules().file(), environment);
    print(result.problems());
    if (result instanceof ReadResult.Accepted accepted) {
      agent.follow(
          accepted.rules(), log(accepted.rules(), arguments.logLevel(), agent.instrumentation()));
      return Outcome.STARTED;
    }
    print(
        "[mulligan] "
            + (arguments.strict()
                ? "The JVM ends because the agent was started with strict=true."
                : "The application starts without the rules."));
    return arguments.strict() ? Outcome.REFUSED_STRICTLY : Outcome.REFUSED;
  }

  /** Says at the level {@code debug} of the arguments that the agent does not start in a tool. */
  static void stayAway(String text, String command) {
    Optional<Log.Level> level = AgentArguments.parse(text, Environment.ofProcess()).logLevel();
    if (level.equals(Optional.of(Log.Level.DEBUG))) {
      new Log(StandardError.stream(), Log.Level.DEBUG, new Redactor(List.of()), Clock.systemUTC())
          .debug("The agent does not start in a tool of the JDK: " + command);
    }
  }

  /** The log that the rule file configures; a level in the arguments takes precedence. */
  static Log log(RuleFile rules, Optional<Log.Level> level, Instrumentation instrumentation) {
    AgentSettings settings = rules.agent();
    Optional<Log.Level> chosen = level.isPresent() ? level : settings.logLevel();
    Log.Level threshold = chosen.orElse(Log.Level.INFO);
    Redactor redactor = new Redactor(rules.notifications().redact());
    Log log =
        settings.logFile().isPresent()
            ? Log.toFile(settings.logFile().get(), threshold, redactor, Clock.systemUTC())
            : new Log(StandardError.stream(), threshold, redactor, Clock.systemUTC());
    return settings.logsToApplication() ? log.to(new ApplicationLogger(instrumentation)) : log;
  }

  /** The log to use before a rule file is read. */
  static Log standardLog() {
    return new Log(
        StandardError.stream(), Log.Level.INFO, new Redactor(List.of()), Clock.systemUTC());
  }

  private static void print(List<Problem> problems) {
    for (Problem problem : problems) {
      print("[mulligan] " + problem.render());
    }
  }

  private static void print(String line) {
    StandardError.stream().println(line);
  }
}
