package dev.mulligan.retry.judge;

import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.condition.WholeNumbers;
import dev.mulligan.retry.inspect.Lookups;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides quickly whether a returned value may be a failure. It has no false negatives; a value
 * that it suspects goes to the full conditions. A check takes a nanosecond or two: it compares the
 * value's class first, then only what the conditions need from that class. Allocates nothing for
 * values of the few classes that a method returns. Conditions with {@code matches} take longer.
 */
public final class ResultJudge {

  /**
   * The number of cached classes; a method that returns more of them pays for repeated analysis.
   */
  private static final int MOST_CLASSES = 4;

  private final List<ResultCondition> conditions;
  private final Lookups lookups;
  private final boolean suspectsNull;
  private final boolean suspectsObjects;
  private final @Nullable WholeNumbers wholeNumbers;

  /** Written without a lock: entries never change, and a lost entry is created again. */
  private final @Nullable SeenClass[] seen = new @Nullable SeenClass[MOST_CLASSES];

  private int next;

  /** The check of the most frequent class, if it consists of one number only. */
  private @Nullable WholeProperty onlyNumber;

  /**
   * @param conditions of a strategy
   */
  public ResultJudge(List<ResultCondition> conditions, Lookups lookups) {
    this.conditions = List.copyOf(conditions);
    this.lookups = lookups;
    this.suspectsNull = anyFitsNull(this.conditions);
    this.suspectsObjects = anyAsksObjects(this.conditions);
    this.wholeNumbers = wholeNumbers(this.conditions);
  }

  /** Whether a call that returned this may have to be retried; false is reliable. Never throws. */
  public boolean suspects(@Nullable Object result) {
    if (result == null) {
      return suspectsNull;
    }
    try {
      WholeProperty number = onlyNumber;
      if (number != null && number.isOf(result.getClass())) {
        return number.suspects(result);
      }
      return mayFail(result);
    } catch (
        Throwable
            e) { // thrown by the application's own code; the full conditions evaluate it again
      return true;
    }
  }

  private boolean mayFail(Object result) {
    SeenClass type = ofClass(result.getClass());
    if (type.isOftenSeen()) {
      type.useFunctions(result, lookups);
      onlyNumber = type.onlyNumber().orElse(onlyNumber);
    }
    return type.suspects(result);
  }

  /** Whether a call that returned this byte, short, int or long may have to be retried. */
  public boolean suspects(long result) {
    return wholeNumbers == null || wholeNumbers.contains(result);
  }

  /** Whether null is the only result that can match. */
  public boolean suspectsNullOnly() {
    return !suspectsObjects;
  }

  /**
   * Whether any result of a method can match.
   *
   * @param type the class of all results but null; it has no subclasses
   */
  public boolean suspectsAny(Class<?> type) {
    return !new SeenClass(type, conditions).isTrusted();
  }

  /** Whether null can match. */
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

  /** Returns null if the conditions need boxed numbers. */
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
