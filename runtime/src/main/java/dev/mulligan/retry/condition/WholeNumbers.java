package dev.mulligan.retry.condition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The whole numbers that pass a test, as ranges: {@code 429, 500..599}. Tests primitive numbers
 * without boxing.
 */
public final class WholeNumbers {

  /** First and last number of each range, ascending. */
  private final long[] bounds;

  private WholeNumbers(List<ValueTest.Range> ranges) {
    List<ValueTest.Range> ascending = new ArrayList<>(ranges);
    ascending.sort(Comparator.comparingLong(ValueTest.Range::from));
    bounds = new long[2 * ascending.size()];
    for (int i = 0; i < ascending.size(); i++) {
      bounds[2 * i] = ascending.get(i).from();
      bounds[2 * i + 1] = ascending.get(i).to();
    }
  }

  /**
   * Converts a test to ranges; empty for a regular expression, and for a text that is itself a
   * number.
   */
  public static Optional<WholeNumbers> of(ValueTest test) {
    List<ValueTest.Range> ranges = new ArrayList<>();
    return add(test, ranges) ? Optional.of(new WholeNumbers(ranges)) : Optional.empty();
  }

  private static boolean add(ValueTest test, List<ValueTest.Range> ranges) {
    if (test instanceof ValueTest.In in) {
      for (ValueTest each : in.any()) {
        if (!add(each, ranges)) {
          return false;
        }
      }
    } else if (test instanceof ValueTest.Range range) {
      ranges.add(range);
    } else if (test instanceof ValueTest.Is is && is.literal() instanceof Number literal) {
      OptionalLong whole = Literals.whole(literal);
      if (whole.isPresent()) {
        ranges.add(new ValueTest.Range(whole.getAsLong(), whole.getAsLong()));
      }
    }
    return !(test instanceof ValueTest.Matches) && !isNumberInQuotes(test);
  }

  private static boolean isNumberInQuotes(ValueTest test) {
    return test instanceof ValueTest.Is is
        && is.literal() instanceof String text
        && Misquoted.isNumber(text);
  }

  /** Returns the smallest number, or {@link Long#MAX_VALUE} if there is none. */
  public long least() {
    return bounds.length == 0 ? Long.MAX_VALUE : bounds[0];
  }

  public boolean contains(long number) {
    for (int i = 0; i < bounds.length && number >= bounds[i]; i += 2) {
      if (number <= bounds[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
