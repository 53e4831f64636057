package dev.mulligan.metrics;

import dev.mulligan.notify.registry.ChannelHealth;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;

/** Metrics of the channels, by id and masked URL. */
final class ChannelMetrics {

  private final Family sent = family("sent", "Notifications that the receiver accepted.");
  private final Family failed =
      family("failed", "Notifications that were given up after attempts.");
  private final Family retried = family("retried", "Attempts beyond a notification's first.");
  private final Family dropped = family("dropped", "Notifications that were never tried.");
  private final Family suppressed =
      family("suppressed", "Notifications that the storm cap suppressed.");
  private final Family queued = family("queued", "Notifications that wait to be sent.");
  private final Family disabled = family("disabled", "1 if the channel sends nothing any more.");
  private final Family lastSuccess =
      family("last_success_timestamp_seconds", "When the receiver last accepted one, Unix time.");

  static void add(List<ChannelHealth> channels, MetricSnapshots.Builder all) {
    ChannelMetrics metrics = new ChannelMetrics();
    channels.forEach(metrics::add);
    all.metricSnapshot(metrics.sent.counter())
        .metricSnapshot(metrics.failed.counter())
        .metricSnapshot(metrics.retried.counter())
        .metricSnapshot(metrics.dropped.counter())
        .metricSnapshot(metrics.suppressed.counter())
        .metricSnapshot(metrics.queued.gauge())
        .metricSnapshot(metrics.disabled.gauge())
        .metricSnapshot(metrics.lastSuccess.gauge());
  }

  private void add(ChannelHealth channel) {
    Labels labels = Labels.of("channel", channel.id(), "url", channel.url());
    sent.add(labels, channel.sent());
    failed.add(labels, channel.failed());
    retried.add(labels, channel.retried());
    dropped.add(labels, channel.dropped());
    suppressed.add(labels, channel.suppressed());
    queued.add(labels, channel.queued());
    disabled.addLatest(labels, channel.disabled().isPresent() ? 1.0 : 0.0);
    channel
        .lastSuccess()
        .ifPresent(when -> lastSuccess.addLatest(labels, when.toEpochMilli() / 1e3));
  }

  private static Family family(String name, String help) {
    return new Family("mulligan_channel_" + name, help);
  }
}
