package dev.mulligan.rules.value;

import java.util.List;

/**
 * All keys of the rule file. A test compares the JSON Schema and the documentation with these
 * tables.
 */
public final class Keys {

  public static final KeyTable FILE =
      KeyTable.of(
          "the top level", "version", "include", "strategies", "rules", "notifications", "agent");

  public static final KeyTable STRATEGY =
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

  public static final KeyTable BACKOFF =
      KeyTable.of("backoff", "type", "initial", "increment", "multiplier", "min", "max", "jitter");

  public static final KeyTable DELAY_FROM = KeyTable.of("delay-from", "property");

  public static final KeyTable EXCEPTION_CONDITION =
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

  public static final KeyTable RESULT_CONDITION =
      KeyTable.of("a condition on results", "property", "is", "in", "matches");

  public static final KeyTable ON_FAILURE =
      KeyTable.of("on-failure", "notify", "type", "severity", "tags", "context", "task");

  public static final KeyTable TASK = KeyTable.of("a task", "name", "id");

  public static final KeyTable RULE =
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
          "await",
          "fallback",
          "timeout",
          "circuit-breaker",
          "rate-limit",
          "bulkhead",
          "nested",
          "budget");

  public static final KeyTable FALLBACK = KeyTable.of("a fallback", "value", "method");

  public static final KeyTable CIRCUIT_BREAKER =
      KeyTable.of(
          "a circuit-breaker",
          "failure-rate",
          "window",
          "minimum-calls",
          "delay",
          "success-threshold",
          "per");

  public static final KeyTable RATE_LIMIT =
      KeyTable.of("a rate-limit", "permits", "period", "max-wait", "per");

  public static final KeyTable BULKHEAD =
      KeyTable.of("a bulkhead", "max-concurrency", "max-wait", "per");

  public static final KeyTable NOTIFICATIONS =
      KeyTable.of(
          "notifications",
          "channels",
          "redact",
          "http",
          "group",
          "storm-cap",
          "outbox",
          "shutdown-timeout");

  public static final KeyTable GROUP = KeyTable.of("notifications.group", "window");

  public static final KeyTable OUTBOX = KeyTable.of("notifications.outbox", "dir", "max-size");

  public static final KeyTable CHANNEL = KeyTable.of("a channel", "url", "tags", "templates");

  public static final KeyTable TEMPLATES =
      KeyTable.of(
          "a channel's templates",
          "default",
          "critical",
          "task-failure",
          "webhook-failure",
          "security",
          "performance",
          "success");

  public static final KeyTable TEMPLATE = KeyTable.of("a template", "title", "body");

  public static final KeyTable HTTP =
      KeyTable.of("notifications.http", "proxy", "trust", "connect-timeout", "read-timeout");

  public static final KeyTable AGENT =
      KeyTable.of("agent", "log", "reload", "budget", "retry-rate-alert", "metrics");

  public static final KeyTable BUDGET =
      KeyTable.of("a budget", "tokens", "success-ratio", "refill");

  public static final KeyTable METRICS = KeyTable.of("agent.metrics", "prometheus", "calls");

  public static final KeyTable LOG = KeyTable.of("agent.log", "level", "file", "to");

  public static final List<KeyTable> ALL =
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
