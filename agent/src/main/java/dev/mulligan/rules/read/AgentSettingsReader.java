package dev.mulligan.rules.read;

import dev.mulligan.log.Log;
import dev.mulligan.retry.listener.RetryRate;
import dev.mulligan.rules.AgentSettings;
import dev.mulligan.rules.MetricsSettings;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.LogLevels;
import dev.mulligan.rules.value.RateParser;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.value.Words;
import dev.mulligan.rules.yaml.Scalar;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the {@code agent} block of the main file. */
final class AgentSettingsReader {

  private static final String APPLICATION = "application";
  private static final List<String> LOG_TARGETS = List.of("standard-error", APPLICATION);

  private final StormReader storm;
  private final Problems problems;
  private final Values values;

  AgentSettingsReader(StormReader storm, Problems problems) {
    this.storm = storm;
    this.problems = problems;
    this.values = new Values(problems);
  }

  AgentSettings read(Field agent) {
    Optional<Block> block = Block.of(agent.value(), Keys.AGENT, "'agent'", problems);
    if (block.isPresent()) {
      storm.readAgent(block.get());
    }
    if (block.isEmpty()) {
      return AgentSettings.NONE;
    }
    Optional<Field> log = block.get().fullField("log");
    Optional<Block> logBlock =
        log.isEmpty()
            ? Optional.empty()
            : Block.of(log.get().value(), Keys.LOG, "'agent.log'", problems);
    return new AgentSettings(
        logBlock.isEmpty() ? Optional.empty() : level(logBlock.get()),
        logBlock.isEmpty() ? Optional.empty() : file(logBlock.get()),
        logBlock.isPresent() && isToApplication(logBlock.get()),
        retryRate(block.get()),
        metrics(block.get()),
        reload(block.get()));
  }

  private Optional<Duration> reload(Block agent) {
    Optional<Field> field = agent.field("reload");
    if (field.isEmpty() || Words.isOff(field.get().value())) {
      return Optional.empty();
    }
    Optional<Duration> interval = values.duration(field.get());
    if (interval.isPresent() && interval.get().compareTo(AgentSettings.SHORTEST_RELOAD) < 0) {
      return values.refuse(field.get(), "off, or 1s or more");
    }
    return interval;
  }

  private Optional<RetryRate> retryRate(Block agent) {
    Optional<Field> field = agent.field("retry-rate-alert");
    Optional<Scalar> scalar =
        field.isEmpty()
            ? Optional.empty()
            : values.scalar(field.get(), RateParser.FORMS_OF_RETRIES);
    Optional<RetryRate> rate =
        scalar.isEmpty() ? Optional.empty() : RateParser.retries(scalar.get().text());
    if (scalar.isPresent() && rate.isEmpty()) {
      values.refuse(field.get(), RateParser.FORMS_OF_RETRIES, Optional.empty());
    }
    return rate;
  }

  private MetricsSettings metrics(Block agent) {
    Optional<Field> metrics = agent.fullField("metrics");
    return metrics.isEmpty()
        ? MetricsSettings.NONE
        : new MetricsReader(problems).read(metrics.get());
  }

  private Optional<Log.Level> level(Block log) {
    Optional<Field> field = log.field("level");
    Optional<String> word =
        field.isEmpty() ? Optional.empty() : values.word(field.get(), LogLevels.words());
    return word.isEmpty() ? Optional.empty() : LogLevels.of(word.get());
  }

  private boolean isToApplication(Block log) {
    Optional<Field> field = log.field("to");
    return field.isPresent()
        && values.word(field.get(), LOG_TARGETS).equals(Optional.of(APPLICATION));
  }

  private Optional<File> file(Block log) {
    Optional<Field> field = log.field("file");
    Optional<String> path =
        field.isEmpty() ? Optional.empty() : values.text(field.get(), "a file name");
    return path.isEmpty() ? Optional.empty() : Optional.of(new File(path.get()));
  }
}
