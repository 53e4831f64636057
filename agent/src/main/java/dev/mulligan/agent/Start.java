package dev.mulligan.agent;

import dev.mulligan.log.Log;
import dev.mulligan.redact.Redactor;
import dev.mulligan.rules.AgentArguments;
import dev.mulligan.rules.AgentSettings;
import dev.mulligan.rules.ReadResult;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.rules.read.RuleFileReader;
import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Starts the agent as its arguments say. What is wrong is said on standard error; then the
 * application starts without the rules.
 */
final class Start {

  /** How it went. */
  enum Outcome {
    STARTED,
    REFUSED,
    /** Refused, and the arguments want the JVM to end for it. */
    REFUSED_STRICTLY
  }

  private final Agent agent;
  private final Environment environment = Environment.ofProcess();

  Start(Agent agent) {
    this.agent = agent;
  }

  Outcome follow(String text) {
    AgentArguments arguments = AgentArguments.parse(text, environment);
    say(arguments.problems());
    ReadResult result = RuleFileReader.read(arguments.rules().file(), environment);
    say(result.problems());
    if (result instanceof ReadResult.Accepted accepted) {
      agent.follow(accepted.rules(), log(accepted.rules(), arguments.logLevel()));
      return Outcome.STARTED;
    }
    System.err.println(
        "[mulligan] "
            + (arguments.strict()
                ? "The JVM ends, because strict=true."
                : "The application starts without the rules."));
    return arguments.strict() ? Outcome.REFUSED_STRICTLY : Outcome.REFUSED;
  }

  /** The log that the rule file asks for; the arguments' level wins. */
  static Log log(RuleFile rules, Optional<Log.Level> level) {
    AgentSettings settings = rules.agent();
    Optional<Log.Level> chosen = level.isPresent() ? level : settings.logLevel();
    Log.Level threshold = chosen.orElse(Log.Level.INFO);
    Redactor redactor = new Redactor(rules.notifications().redact());
    return settings.logFile().isPresent()
        ? Log.toFile(settings.logFile().get(), threshold, redactor, Clock.systemUTC())
        : new Log(System.err, threshold, redactor, Clock.systemUTC());
  }

  /** For what has to be said before a rule file is read. */
  static Log standardLog() {
    return new Log(System.err, Log.Level.INFO, new Redactor(List.of()), Clock.systemUTC());
  }

  private static void say(List<Problem> problems) {
    for (Problem problem : problems) {
      System.err.println("[mulligan] " + problem.render());
    }
  }
}
