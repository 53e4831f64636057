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
  private final Family paused = family("paused", "1 if the channel is paused after failures.");
  private final Family nextTry =
      family("next_try_timestamp_seconds", "When a paused channel is tried next, Unix time.");
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
        .metricSnapshot(metrics.paused.gauge())
        .metricSnapshot(metrics.nextTry.gauge())
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
    paused.addLatest(labels, channel.paused().isPresent() ? 1.0 : 0.0);
    channel
        .paused()
        .ifPresent(pause -> nextTry.addLatest(labels, pause.nextTry().toEpochMilli() / 1e3));
    channel
        .lastSuccess()
        .ifPresent(when -> lastSuccess.addLatest(labels, when.toEpochMilli() / 1e3));
  }

  private static Family family(String name, String help) {
    return new Family("mulligan_channel_" + name, help);
  }
}
