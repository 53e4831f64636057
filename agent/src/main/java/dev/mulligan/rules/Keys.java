package dev.mulligan.rules;

import static dev.mulligan.rules.Key.onlyOff;
import static dev.mulligan.rules.Key.works;

import java.util.List;

/**
 * Every key of the rule file. The JSON Schema and the documentation are held to these tables by a
 * test.
 */
final class Keys {

  static final KeyTable FILE =
      KeyTable.of(
          "the top level",
          works("version"),
          works("include"),
          works("strategies"),
          works("rules"),
          works("notifications"),
          works("agent"));

  static final KeyTable STRATEGY =
      KeyTable.of(
          "a strategy",
          works("extends"),
          works("max-attempts"),
          works("max-duration"),
          works("backoff"),
          works("retry-on"),
          works("abort-on"),
          works("retry-on-result"),
          works("delay-from"),
          works("on-failure"));

  static final KeyTable BACKOFF =
      KeyTable.of(
          "backoff",
          works("type"),
          works("initial"),
          works("increment"),
          works("multiplier"),
          works("min"),
          works("max"),
          works("jitter"));

  static final KeyTable DELAY_FROM = KeyTable.of("delay-from", works("property"));

  static final KeyTable EXCEPTION_CONDITION =
      KeyTable.of(
          "a condition on exceptions",
          works("type"),
          works("cause"),
          works("message"),
          works("sql-state"),
          works("property"),
          works("is"),
          works("in"),
          works("matches"));

  static final KeyTable RESULT_CONDITION =
      KeyTable.of(
          "a condition on results", works("property"), works("is"), works("in"), works("matches"));

  static final KeyTable ON_FAILURE =
      KeyTable.of(
          "on-failure",
          works("notify"),
          works("type"),
          works("severity"),
          works("tags"),
          works("context"),
          works("task"));

  static final KeyTable TASK = KeyTable.of("a task", works("name"), works("id"));

  static final KeyTable RULE =
      KeyTable.of(
          "a rule",
          works("name"),
          works("match"),
          works("exclude"),
          works("strategy"),
          works("mode"),
          works("synchronized"),
          works("replay"),
          works("transaction"),
          works("fallback"),
          works("timeout"),
          works("circuit-breaker"),
          works("rate-limit"),
          works("bulkhead"),
          works("nested"),
          works("budget"));

  static final KeyTable FALLBACK = KeyTable.of("a fallback", works("value"), works("method"));

  static final KeyTable CIRCUIT_BREAKER =
      KeyTable.of(
          "a circuit-breaker",
          works("failure-rate"),
          works("window"),
          works("minimum-calls"),
          works("delay"),
          works("success-threshold"),
          works("per"));

  static final KeyTable RATE_LIMIT =
      KeyTable.of(
          "a rate-limit", works("permits"), works("period"), works("max-wait"), works("per"));

  static final KeyTable BULKHEAD =
      KeyTable.of("a bulkhead", works("max-concurrency"), works("max-wait"), works("per"));

  static final KeyTable NOTIFICATIONS =
      KeyTable.of(
          "notifications",
          works("channels"),
          works("redact"),
          works("http"),
          works("group"),
          works("storm-cap"),
          works("outbox"));

  static final KeyTable GROUP = KeyTable.of("notifications.group", works("window"));

  static final KeyTable OUTBOX =
      KeyTable.of("notifications.outbox", works("dir"), works("max-size"));

  static final KeyTable CHANNEL =
      KeyTable.of("a channel", works("url"), works("tags"), works("templates"));

  static final KeyTable TEMPLATES =
      KeyTable.of(
          "a channel's templates",
          works("default"),
          works("critical"),
          works("task-failure"),
          works("webhook-failure"),
          works("security"),
          works("performance"),
          works("success"));

  static final KeyTable TEMPLATE = KeyTable.of("a template", works("title"), works("body"));

  static final KeyTable HTTP =
      KeyTable.of(
          "notifications.http",
          works("proxy"),
          works("trust"),
          works("connect-timeout"),
          works("read-timeout"));

  static final KeyTable AGENT =
      KeyTable.of(
          "agent",
          works("log"),
          onlyOff("reload"),
          works("budget"),
          works("retry-rate-alert"),
          works("metrics"));

  static final KeyTable BUDGET =
      KeyTable.of("a budget", works("tokens"), works("success-ratio"), works("refill"));

  static final KeyTable METRICS = KeyTable.of("agent.metrics", works("prometheus"), works("calls"));

  static final KeyTable LOG = KeyTable.of("agent.log", works("level"), works("file"));

  static final List<KeyTable> ALL =
      List.of(
          FILE,
          STRATEGY,
          BACKOFF,
          DELAY_FROM,
          EXCEPTION_CONDITION,
          RESULT_CONDITION,
          ON_FAILURE,
          TASK,
          RULE,
          FALLBACK,
          CIRCUIT_BREAKER,
          RATE_LIMIT,
          BULKHEAD,
          NOTIFICATIONS,
          CHANNEL,
          TEMPLATES,
          TEMPLATE,
          HTTP,
          GROUP,
          OUTBOX,
          AGENT,
          BUDGET,
          METRICS,
          LOG);

  private Keys() {}
}
