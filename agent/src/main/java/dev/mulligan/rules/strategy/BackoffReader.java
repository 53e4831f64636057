package dev.mulligan.rules.strategy;

import dev.mulligan.retry.delay.BackoffType;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.Values;
import dev.mulligan.setting.Setting;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads a {@code backoff} block. Missing keys are inherited, unless the block changes the type:
 * then they get that type's defaults.
 */
final class BackoffReader {

  private static final String TYPE = "type";

  private final Problems problems;
  private final Values values;

  BackoffReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  BackoffValues read(Field backoff, BackoffValues inherited) {
    Optional<Block> block = Block.of(backoff.value(), Keys.BACKOFF, "'backoff'", problems);
    if (block.isEmpty()) {
      return inherited;
    }
    int errorsBefore = problems.errorCount();
    BackoffValues read = start(block.get(), inherited);
    if (problems.errorCount() == errorsBefore) {
      for (Field field : block.get().fields()) {
        read = with(read, field);
      }
    }
    return problems.errorCount() == errorsBefore
        ? checked(read, block.get(), inherited)
        : inherited;
  }

  private BackoffValues checked(BackoffValues read, Block block, BackoffValues inherited) {
    try {
      read.build();
      return read;
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, block, problems);
      return inherited;
    }
  }

  private BackoffValues start(Block block, BackoffValues inherited) {
    Optional<Field> field = block.field(TYPE);
    if (field.isEmpty()) {
      return inherited;
    }
    Optional<String> word = values.word(field.get(), BackoffType.words());
    Optional<BackoffType> type = word.isEmpty() ? Optional.empty() : BackoffType.of(word.get());
    return type.isEmpty() || type.get() == inherited.type()
        ? inherited
        : BackoffValues.defaults(type.get());
  }

  private BackoffValues with(BackoffValues read, Field field) {
    String key = field.name();
    if (key.equals(TYPE)) {
      return read;
    }
    if (key.equals(Setting.JITTER.key())) {
      Optional<Jitter> jitter = new JitterReader(problems).read(field);
      return jitter.isEmpty() ? read : read.withJitter(jitter.get());
    }
    for (Setting setting : read.type().settings()) {
      if (key.equals(setting.key())) {
        return with(read, setting, field);
      }
    }
    refuse(field, read.type());
    return read;
  }

  private BackoffValues with(BackoffValues read, Setting setting, Field field) {
    if (setting == Setting.MULTIPLIER) {
      Optional<Double> multiplier = values.decimal(field);
      return multiplier.isEmpty() ? read : read.withMultiplier(multiplier.get());
    }
    Optional<Duration> duration = values.duration(field);
    return duration.isEmpty() ? read : read.with(setting, duration.get());
  }

  private void refuse(Field field, BackoffType type) {
    StringBuilder keys = new StringBuilder();
    for (Setting setting : type.settings()) {
      keys.append(keys.length() == 0 ? "" : ", ").append(setting.key());
    }
    problems.error(
        field.keyPlace(),
        "'"
            + field.name()
            + "' has no meaning for the back-off type "
            + type.word()
            + ", which takes "
            + keys
            + " and jitter");
  }
}
