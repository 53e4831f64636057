package dev.mulligan.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.mulligan.rules.value.DurationParser;
import dev.mulligan.rules.value.DurationParser.NotADurationException;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/** A duration is refused with a message, or is at least 0 and the same when it is read again. */
public final class DurationFuzz {

  private DurationFuzz() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) throws NotADurationException {
    Duration duration;
    try {
      duration = DurationParser.parse(data.consumeRemainingAsString());
    } catch (NotADurationException e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new AssertionError("no reason", e);
      }
      return;
    }
    if (duration.isNegative()) {
      throw new AssertionError("negative: " + duration);
    }
    if (!DurationParser.parse(duration.toString()).equals(duration)) {
      throw new AssertionError("not the same when read again: " + duration);
    }
    if (HumanDuration.of(duration).isEmpty()) {
      throw new AssertionError("no text: " + duration);
    }
  }
}
