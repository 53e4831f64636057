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
 * What there is to look at in the results of one class, which it holds weakly. To begin with every
 * property is suspect, and so is asked by reflection; one that is read often is worth a function.
 */
final class SeenClass {

  /** How often a property is read by reflection first. */
  static final int LOOKS_BEFORE_FUNCTIONS = 100;

  private final WeakReference<Class<?>> type;
  private final List<ResultCondition> conditions = new ArrayList<>();
  private final QuickCheck[] suspicions;

  /** Threads may miss each other's counts, and make the functions twice: that is no harm. */
  private int looks;

  SeenClass(Class<?> type, List<ResultCondition> ofAll) {
    this.type = new WeakReference<>(type);
    for (ResultCondition condition : ofAll) {
      addIfOf(type, condition);
    }
    suspicions = new QuickCheck[conditions.size()];
    for (int i = 0; i < suspicions.length; i++) {
      suspicions[i] =
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

  /** Whether no value of the class can fit any condition. */
  boolean isTrusted() {
    return suspicions.length == 0;
  }

  /** Whether this look is the one after which it pays to look {@link #quickly}. */
  boolean isOftenSeen() {
    return looks < LOOKS_BEFORE_FUNCTIONS && ++looks == LOOKS_BEFORE_FUNCTIONS;
  }

  /** From now on reads properties with functions. */
  void quickly(Object result, Lookups lookups) {
    for (int i = 0; i < suspicions.length; i++) {
      if (conditions.get(i) instanceof ResultCondition.Property property) {
        suspicions[i] = PropertyQuickChecks.of(property.test(), result, lookups);
      }
    }
  }

  /** When a number is all there is to look at. */
  Optional<WholeProperty> onlyNumber() {
    return suspicions.length == 1 && suspicions[0] instanceof WholeProperty number
        ? Optional.of(number)
        : Optional.empty();
  }

  boolean suspects(Object result) {
    for (QuickCheck suspicion : suspicions) {
      if (suspicion.suspects(result)) {
        return true;
      }
    }
    return false;
  }
}
