package dev.mulligan.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.log.Log;
import dev.mulligan.retry.RetryEngine;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

  /** {@code `mulligan_channel_sent_total`, `_failed_total`} in one row. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`mulligan_[^|]+)\\|");

  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  @Test
  void everyMetricIsDocumentedAndEveryDocumentedMetricIsThere() throws IOException {
    Log silent = new Log(System.err, Log.Level.OFF, text -> text, Clock.systemUTC());
    RetryEngine engine = RetryEngine.inRealTime(silent, call -> false);

    MetricSnapshots all = new MetricsPage(engine, List::of).snapshots();

    assertThat(all.stream().map(MetricsPageTest::exposedName).sorted())
        .isNotEmpty()
        .containsExactlyElementsOf(documented());
    assertThat(all.stream().map(MetricSnapshot::getMetadata))
        .allSatisfy(metadata -> assertThat(metadata.getHelp()).endsWith("."));
  }

  private static String exposedName(MetricSnapshot metric) {
    String name = metric.getMetadata().getPrometheusName();
    return metric instanceof CounterSnapshot ? name + "_total" : name;
  }

  private static Set<String> documented() throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("../docs/metrics.md")));
    while (row.find()) {
      Matcher name = NAME.matcher(row.group(1));
      String stem = "";
      while (name.find()) {
        String written = name.group(1);
        if (written.startsWith("mulligan_")) {
          stem = written.replaceFirst("_[a-z]+_total$", "");
          names.add(written);
        } else {
          names.add(stem + written);
        }
      }
    }
    return names;
  }
}
