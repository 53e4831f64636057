package dev.mulligan.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One metric with its data points. Values with the same labels are added up, such as those of one
 * method in two class loaders, or of two URLs with the same masked form.
 */
final class Family {

  private final String name;
  private final String help;
  private final Map<Labels, Double> points = new LinkedHashMap<>();

  /**
   * @param name without the suffix {@code _total}
   */
  Family(String name, String help) {
    this.name = name;
    this.help = help;
  }

  void add(Labels labels, double value) {
    points.merge(labels, value, Double::sum);
  }

  void add(Labels labels, long count) {
    add(labels, (double) count);
  }

  void addLatest(Labels labels, double value) {
    points.merge(labels, value, Math::max);
  }

  MetricSnapshot counter() {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    points.forEach(
        (labels, value) ->
            counter.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(value).build()));
    return counter.build();
  }

  MetricSnapshot gauge() {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    points.forEach(
        (labels, value) ->
            gauge.dataPoint(GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
    return gauge.build();
  }
}
