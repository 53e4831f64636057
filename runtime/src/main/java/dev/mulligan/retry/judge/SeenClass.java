package dev.mulligan.retry.judge;

import dev.mulligan.retry.condition.QuickCheck;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.inspect.Lookups;
import dev.mulligan.retry.inspect.SupertypeNames;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions that apply to the results of one class, which is held weakly. At first each
 * property is suspicious, and so the full conditions read it by reflection; a property that is read
 * often gets a function.
 */
final class SeenClass {

  /** How often a property is read by reflection before a function is created. */
  static final int CHECKS_BEFORE_FUNCTIONS = 100;

  private final WeakReference<Class<?>> type;
  private final List<ResultCondition> conditions = new ArrayList<>();
  private final QuickCheck[] quickChecks;

  /** Not synchronized: threads may miss counts, and create functions twice, without harm. */
  private int checks;

  SeenClass(Class<?> type, List<ResultCondition> ofAll) {
    this.type = new WeakReference<>(type);
    for (ResultCondition condition : ofAll) {
      addIfOf(type, condition);
    }
    quickChecks = new QuickCheck[conditions.size()];
    for (int i = 0; i < quickChecks.length; i++) {
      quickChecks[i] =
          conditions.get(i) instanceof ResultCondition.Value value
              ? value.test()::holds
              : QuickCheck.ALWAYS;
    }
  }

  private void addIfOf(Class<?> type, ResultCondition condition) {
    if (condition instanceof ResultCondition.OfType typed) {
      if (SupertypeNames.isA(type, typed.type())) {
        addIfOf(type, typed.condition());
      }
    } else if (!condition.isForNullOnly()) {
      conditions.add(condition);
    }
  }

  boolean isOf(Class<?> other) {
    return type.refersTo(other);
  }

  /** Whether no value of the class can match any condition. */
  boolean isTrusted() {
    return quickChecks.length == 0;
  }

  /** Whether this check reaches the count after which {@link #useFunctions} pays. */
  boolean isOftenSeen() {
    return checks < CHECKS_BEFORE_FUNCTIONS && ++checks == CHECKS_BEFORE_FUNCTIONS;
  }

  /** Reads properties with generated functions from now on. */
  void useFunctions(Object result, Lookups lookups) {
    for (int i = 0; i < quickChecks.length; i++) {
      if (conditions.get(i) instanceof ResultCondition.Property property) {
        quickChecks[i] = PropertyQuickChecks.of(property.test(), result, lookups);
      }
    }
  }

  /** Returns the check, if it consists of one number only. */
  Optional<WholeProperty> onlyNumber() {
    return quickChecks.length == 1 && quickChecks[0] instanceof WholeProperty number
        ? Optional.of(number)
        : Optional.empty();
  }

  boolean suspects(Object result) {
    for (QuickCheck quickCheck : quickChecks) {
      if (quickCheck.suspects(result)) {
        return true;
      }
    }
    return false;
  }
}
