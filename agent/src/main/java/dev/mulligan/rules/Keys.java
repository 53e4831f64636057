package dev.mulligan.rules;

import java.util.List;

/**
 * Every key of the rule file. The JSON Schema and the documentation are held to these tables by a
 * test.
 */
final class Keys {

  static final KeyTable FILE =
      KeyTable.of(
          "the top level", "version", "include", "strategies", "rules", "notifications", "agent");

  static final KeyTable STRATEGY =
      KeyTable.of(
          "a strategy",
          "extends",
          "max-attempts",
          "max-duration",
          "backoff",
          "retry-on",
          "abort-on",
          "retry-on-result",
          "delay-from",
          "on-failure");

  static final KeyTable BACKOFF =
      KeyTable.of("backoff", "type", "initial", "increment", "multiplier", "min", "max", "jitter");

  static final KeyTable DELAY_FROM = KeyTable.of("delay-from", "property");

  static final KeyTable EXCEPTION_CONDITION =
      KeyTable.of(
          "a condition on exceptions",
          "type",
          "cause",
          "message",
          "sql-state",
          "property",
          "is",
          "in",
          "matches");

  static final KeyTable RESULT_CONDITION =
      KeyTable.of("a condition on results", "property", "is", "in", "matches");

  static final KeyTable ON_FAILURE =
      KeyTable.of("on-failure", "notify", "type", "severity", "tags", "context", "task");

  static final KeyTable TASK = KeyTable.of("a task", "name", "id");

  static final KeyTable RULE =
      KeyTable.of(
          "a rule",
          "name",
          "match",
          "exclude",
          "strategy",
          "mode",
          "synchronized",
          "replay",
          "transaction",
          "fallback",
          "timeout",
          "circuit-breaker",
          "rate-limit",
          "bulkhead",
          "nested",
          "budget");

  static final KeyTable FALLBACK = KeyTable.of("a fallback", "value", "method");

  static final KeyTable CIRCUIT_BREAKER =
      KeyTable.of(
          "a circuit-breaker",
          "failure-rate",
          "window",
          "minimum-calls",
          "delay",
          "success-threshold",
          "per");

  static final KeyTable RATE_LIMIT =
      KeyTable.of("a rate-limit", "permits", "period", "max-wait", "per");

  static final KeyTable BULKHEAD = KeyTable.of("a bulkhead", "max-concurrency", "max-wait", "per");

  static final KeyTable NOTIFICATIONS =
      KeyTable.of("notifications", "channels", "redact", "http", "group", "storm-cap", "outbox");

  static final KeyTable GROUP = KeyTable.of("notifications.group", "window");

  static final KeyTable OUTBOX = KeyTable.of("notifications.outbox", "dir", "max-size");

  static final KeyTable CHANNEL = KeyTable.of("a channel", "url", "tags", "templates");

  static final KeyTable TEMPLATES =
      KeyTable.of(
          "a channel's templates",
          "default",
          "critical",
          "task-failure",
          "webhook-failure",
          "security",
          "performance",
          "success");

  static final KeyTable TEMPLATE = KeyTable.of("a template", "title", "body");

  static final KeyTable HTTP =
      KeyTable.of("notifications.http", "proxy", "trust", "connect-timeout", "read-timeout");

  static final KeyTable AGENT =
      KeyTable.of("agent", "log", "reload", "budget", "retry-rate-alert", "metrics");

  static final KeyTable BUDGET = KeyTable.of("a budget", "tokens", "success-ratio", "refill");

  static final KeyTable METRICS = KeyTable.of("agent.metrics", "prometheus", "calls");

  static final KeyTable LOG = KeyTable.of("agent.log", "level", "file");

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
