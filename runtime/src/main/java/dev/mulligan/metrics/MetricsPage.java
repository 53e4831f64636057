package dev.mulligan.metrics;

import dev.mulligan.notify.registry.ChannelHealth;
import dev.mulligan.retry.RetryEngine;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Writes the current metrics in Prometheus' text format or in OpenMetrics format. */
public final class MetricsPage {

  private final RetryEngine engine;
  private final Supplier<List<ChannelHealth>> channels;

  public MetricsPage(RetryEngine engine, Supplier<List<ChannelHealth>> channels) {
    this.engine = engine;
    this.channels = channels;
  }

  /** A page and its {@code Content-Type}. */
  record Written(String contentType, String text) {}

  /**
   * @param accept the value of the request's {@code Accept} header; may be empty
   */
  Written write(String accept) throws IOException {
    ExpositionFormatWriter writer =
        accept.contains("application/openmetrics-text")
            ? OpenMetricsTextFormatWriter.create()
            : PrometheusTextFormatWriter.create();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.write(bytes, snapshots());
    return new Written(writer.getContentType(), bytes.toString(StandardCharsets.UTF_8));
  }

  MetricSnapshots snapshots() {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    CallMetrics.add(engine.statistics().bySite(), all);
    BudgetMetrics.add(engine.budgets().reports(), all);
    ChannelMetrics.add(channels.get(), all);
    return all.build();
  }
}
