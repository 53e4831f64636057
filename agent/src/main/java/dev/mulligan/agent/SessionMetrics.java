package dev.mulligan.agent;

import dev.mulligan.log.Log;
import dev.mulligan.metrics.MetricsEndpoint;
import dev.mulligan.metrics.MetricsPage;
import dev.mulligan.notify.registry.ChannelHealth;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.rules.MetricsSettings;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session's metrics. No metrics class is loaded before a rule file enables them. */
final class SessionMetrics {

  private final RetryEngine engine;
  private final Notifier notifier;
  private final Log log;
  private @Nullable MetricsEndpoint endpoint;
  private boolean countsCalls;

  SessionMetrics(RetryEngine engine, Notifier notifier, Log log) {
    this.engine = engine;
    this.notifier = notifier;
    this.log = log;
  }

  synchronized void follow(MetricsSettings settings) {
    if (settings.calls() != countsCalls) {
      countsCalls = settings.calls();
      engine.settings().countCalls(countsCalls);
    }
    if (endpoint == null && settings.prometheus().isPresent()) {
      endpoint = new MetricsEndpoint(new MetricsPage(engine, new Channels(notifier)), log);
    }
    if (endpoint != null) {
      endpoint.follow(settings.prometheus());
    }
  }

  synchronized void close() {
    if (endpoint != null) {
      endpoint.close();
      endpoint = null;
    }
  }

  /** Not a lambda: this code may run before {@code main}. */
  private record Channels(Notifier notifier) implements Supplier<List<ChannelHealth>> {
    @Override
    public List<ChannelHealth> get() {
      return notifier.get().health();
    }
  }
}
