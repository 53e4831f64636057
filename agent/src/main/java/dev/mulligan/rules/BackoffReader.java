package dev.mulligan.rules;

import dev.mulligan.retry.Jitter;
import dev.mulligan.rules.source.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code backoff}. What is left out is inherited, unless another type is named: that one
 * starts from its own defaults.
 */
final class BackoffReader {

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
        if (isMeaningful(field, read.type())) {
          read = with(read, field);
        }
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
    Optional<Field> field = block.field("type");
    if (field.isEmpty()) {
      return inherited;
    }
    Optional<String> word = values.word(field.get(), BackoffType.words());
    Optional<BackoffType> type = word.isEmpty() ? Optional.empty() : BackoffType.of(word.get());
    return type.isEmpty() || type.get() == inherited.type()
        ? inherited
        : BackoffValues.defaults(type.get());
  }

  private boolean isMeaningful(Field field, BackoffType type) {
    String name = field.name();
    if (name.equals("type")) {
      return false;
    }
    List<String> keys = type.keys();
    if (name.equals("jitter") || keys.contains(name)) {
      return true;
    }
    problems.error(
        field.keyPlace(),
        "'"
            + name
            + "' has no meaning for the back-off type "
            + type.word()
            + ", which takes "
            + String.join(", ", keys)
            + " and jitter");
    return false;
  }

  private BackoffValues with(BackoffValues read, Field field) {
    return switch (field.name()) {
      case "jitter" -> {
        Optional<Jitter> jitter = new JitterReader(problems).read(field);
        yield jitter.isEmpty() ? read : read.withJitter(jitter.get());
      }
      case "multiplier" -> {
        Optional<Double> multiplier = values.decimal(field);
        yield multiplier.isEmpty() ? read : read.withMultiplier(multiplier.get());
      }
      default -> {
        Optional<Duration> duration = values.duration(field);
        yield duration.isEmpty() ? read : withDuration(read, field.name(), duration.get());
      }
    };
  }

  private static BackoffValues withDuration(BackoffValues read, String key, Duration value) {
    return switch (key) {
      case "initial" -> read.withInitial(value);
      case "increment" -> read.withIncrement(value);
      case "min" -> read.withMin(value);
      default -> read.withMax(value);
    };
  }
}
