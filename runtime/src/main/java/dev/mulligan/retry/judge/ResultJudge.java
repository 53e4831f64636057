package dev.mulligan.retry.judge;

import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.condition.WholeNumbers;
import dev.mulligan.retry.inspect.Lookups;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells in a nanosecond or two that a returned value is no failure: it looks at the value's class
 * first, and then at no more than a condition asks of that class. Allocates nothing for values of
 * the few classes that a method returns. Conditions with {@code matches} take longer.
 */
public final class ResultJudge {

  /** Classes of results that are told apart quickly; of more, some are looked at anew. */
  private static final int MOST_CLASSES = 4;

  private final List<ResultCondition> conditions;
  private final Lookups lookups;
  private final boolean suspectsNull;
  private final boolean suspectsObjects;
  private final @Nullable WholeNumbers wholeNumbers;

  /** Written without a lock: what is in it never changes, and a lost entry is made again. */
  private final @Nullable SeenClass[] seen = new @Nullable SeenClass[MOST_CLASSES];

  private int next;

  /** Of the class that is seen most, if a number is all there is to look at in it. */
  private @Nullable WholeProperty onlyNumber;

  /**
   * @param conditions as a strategy has them
   */
  public ResultJudge(List<ResultCondition> conditions, Lookups lookups) {
    this.conditions = List.copyOf(conditions);
    this.lookups = lookups;
    this.suspectsNull = anyFitsNull(this.conditions);
    this.suspectsObjects = anyAsksObjects(this.conditions);
    this.wholeNumbers = wholeNumbers(this.conditions);
  }

  /** Whether a call that returned this may have to be retried; false is certain. Never throws. */
  public boolean suspects(@Nullable Object result) {
    if (result == null) {
      return suspectsNull;
    }
    try {
      WholeProperty number = onlyNumber;
      if (number != null && number.isOf(result.getClass())) {
        return number.suspects(result);
      }
      return looksAt(result);
    } catch (Throwable e) { // thrown by the application's own code, which is asked again
      return true;
    }
  }

  private boolean looksAt(Object result) {
    SeenClass type = ofClass(result.getClass());
    if (type.isOftenSeen()) {
      type.quickly(result, lookups);
      onlyNumber = type.onlyNumber().orElse(onlyNumber);
    }
    return type.suspects(result);
  }

  /** The same for a byte, short, int or long. */
  public boolean suspects(long result) {
    return wholeNumbers == null || wholeNumbers.contains(result);
  }

  /** Whether null is all that can fit. */
  public boolean suspectsNullOnly() {
    return !suspectsObjects;
  }

  /**
   * Whether anything that a method returns can fit.
   *
   * @param type of all values but null: one that has no subclasses
   */
  public boolean suspectsAny(Class<?> type) {
    return !new SeenClass(type, conditions).isTrusted();
  }

  /** Whether null can fit. */
  public boolean suspectsNull() {
    return suspectsNull;
  }

  private SeenClass ofClass(Class<?> type) {
    for (SeenClass each : seen) {
      if (each != null && each.isOf(type)) {
        return each;
      }
    }
    SeenClass found = new SeenClass(type, conditions);
    seen[next] = found;
    next = (next + 1) % MOST_CLASSES;
    return found;
  }

  private static boolean anyFitsNull(List<ResultCondition> conditions) {
    for (ResultCondition condition : conditions) {
      if (condition.fits(null)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyAsksObjects(List<ResultCondition> conditions) {
    for (ResultCondition condition : conditions) {
      if (!condition.isForNullOnly()) {
        return true;
      }
    }
    return false;
  }

  /** Null where whole numbers must be boxed to be judged. */
  private static @Nullable WholeNumbers wholeNumbers(List<ResultCondition> conditions) {
    List<ValueTest> tests = new ArrayList<>();
    for (ResultCondition condition : conditions) {
      if (condition instanceof ResultCondition.Value value) {
        tests.add(value.test());
      } else if (condition instanceof ResultCondition.Property) {
        return null;
      }
    }
    return tests.isEmpty() ? null : WholeNumbers.of(new ValueTest.In(tests)).orElse(null);
  }
}
