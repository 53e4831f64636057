package dev.mulligan.rules.notifications;

import dev.mulligan.http.HttpSettings;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.Paths;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.yaml.Scalar;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;

/** Reads the {@code notifications.http} block. */
final class HttpSettingsReader {

  private static final Duration DEFAULT_CONNECT = HttpSettings.DEFAULTS.connectTimeout();
  private static final Duration DEFAULT_READ = HttpSettings.DEFAULTS.readTimeout();

  private final Problems problems;
  private final Values values;

  HttpSettingsReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  HttpSettings read(Field http) {
    Optional<Block> block = Block.of(http.value(), Keys.HTTP, "'notifications.http'", problems);
    if (block.isEmpty()) {
      return HttpSettings.DEFAULTS;
    }
    Optional<URI> proxy = proxy(block.get());
    Optional<String> trust = trust(block.get());
    Duration connect = timeout(block.get(), "connect-timeout", DEFAULT_CONNECT);
    Duration read = timeout(block.get(), "read-timeout", DEFAULT_READ);
    int errorsBefore = problems.errorCount();
    // Checks the values one by one first, because the settings report only the first mistake.
    settings(block.get(), proxy, Optional.empty(), DEFAULT_CONNECT, DEFAULT_READ);
    settings(block.get(), Optional.empty(), Optional.empty(), connect, DEFAULT_READ);
    settings(block.get(), Optional.empty(), Optional.empty(), DEFAULT_CONNECT, read);
    return problems.errorCount() > errorsBefore
        ? HttpSettings.DEFAULTS
        : settings(block.get(), proxy, trust, connect, read);
  }

  private HttpSettings settings(
      Block block, Optional<URI> proxy, Optional<String> trust, Duration connect, Duration read) {
    try {
      return new HttpSettings(proxy, trust, connect, read);
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, block, problems);
      return HttpSettings.DEFAULTS;
    }
  }

  private Optional<URI> proxy(Block block) {
    String expected = "http://host:port, such as http://127.0.0.1:3128";
    Optional<Field> field = block.field("proxy");
    Optional<Scalar> scalar =
        field.isEmpty() ? Optional.empty() : values.scalar(field.get(), expected);
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(scalar.get().text()));
    } catch (URISyntaxException e) {
      return values.refuse(field.get(), expected);
    }
  }

  private Optional<String> trust(Block block) {
    Optional<Field> field = block.field("trust");
    Optional<Scalar> scalar =
        field.isEmpty() ? Optional.empty() : values.scalar(field.get(), "a PEM file");
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    File file = Paths.relativeTo(scalar.get().place(), scalar.get().text());
    if (!file.isFile()) {
      problems.error(
          scalar.get().place(), "'trust': the file " + scalar.get().kind() + " does not exist");
      return Optional.empty();
    }
    return Optional.of(file.getPath());
  }

  private Duration timeout(Block block, String key, Duration otherwise) {
    Optional<Field> field = block.field(key);
    return field.isEmpty() ? otherwise : values.duration(field.get()).orElse(otherwise);
  }
}
