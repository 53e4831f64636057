package dev.mulligan.retry.judge;

import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.condition.QuickCheck;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.condition.WholeNumbers;
import dev.mulligan.retry.inspect.Accessors;
import dev.mulligan.retry.inspect.Lookups;
import dev.mulligan.retry.inspect.PropertyFunctions;
import dev.mulligan.retry.inspect.PropertyFunctions.Kind;
import java.lang.ref.WeakReference;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Creates quick checks of properties that read them by generated functions, see {@link
 * PropertyFunctions}, without boxing.
 */
final class PropertyQuickChecks {

  private PropertyQuickChecks() {}

  /**
   * Returns the fastest check for the values of one class.
   *
   * @param value one of them
   */
  static QuickCheck of(PropertyTest property, Object value, Lookups lookups) {
    int dot = property.name().indexOf('.');
    String first = dot < 0 ? property.name() : property.name().substring(0, dot);
    Optional<Member> member = Accessors.property(value, first);
    if (member.isEmpty() && value instanceof Map<?, ?>) {
      return QuickCheck.ALWAYS; // its keys differ from map to map
    }
    if (member.isEmpty()) {
      return QuickCheck.NEVER; // the log has a warning about it already
    }
    if (!(member.get() instanceof Method getter)) {
      return QuickCheck.ALWAYS;
    }
    Optional<QuickCheck> found =
        dot < 0
            ? last(value.getClass(), getter, property.test(), lookups)
            : deeper(getter, property.name().substring(dot + 1), property.test(), lookups);
    return found.orElse(QuickCheck.ALWAYS);
  }

  private static Optional<QuickCheck> last(
      Class<?> type, Method getter, ValueTest test, Lookups lookups) {
    Optional<Kind> kind = Kind.of(getter.getReturnType());
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    return switch (kind.get()) {
      case WHOLE -> WholeNumbers.of(test).flatMap(numbers -> whole(type, getter, numbers, lookups));
      case TRUTH -> truth(getter, test, lookups);
      case OBJECT -> object(getter, lookups, test::holds);
    };
  }

  private static Optional<QuickCheck> deeper(
      Method getter, String rest, ValueTest test, Lookups lookups) {
    if (getter.getReturnType().isPrimitive()) {
      return Optional.empty();
    }
    PropertyTest next = new PropertyTest(rest, test);
    ResultJudge judge = new ResultJudge(List.of(new ResultCondition.Property(next)), lookups);
    return object(getter, lookups, v -> v == null ? test.holds(null) : judge.suspects(v));
  }

  @SuppressWarnings("unchecked")
  private static Optional<QuickCheck> whole(
      Class<?> type, Method getter, WholeNumbers numbers, Lookups lookups) {
    return PropertyFunctions.of(getter, Kind.WHOLE, lookups)
        .map(made -> new WholeProperty(type, (ToLongFunction<Object>) made, numbers));
  }

  @SuppressWarnings("unchecked")
  private static Optional<QuickCheck> truth(Method getter, ValueTest test, Lookups lookups) {
    boolean ofTrue = test.holds(true);
    boolean ofFalse = test.holds(false);
    return PropertyFunctions.of(getter, Kind.TRUTH, lookups)
        .map(made -> new WeakReference<>((Predicate<Object>) made))
        .map(
            function ->
                value -> {
                  Predicate<Object> read = function.get();
                  return read == null || value == null || (read.test(value) ? ofTrue : ofFalse);
                });
  }

  @SuppressWarnings("unchecked")
  private static Optional<QuickCheck> object(
      Method getter, Lookups lookups, QuickCheck ofProperty) {
    return PropertyFunctions.of(getter, Kind.OBJECT, lookups)
        .map(made -> new WeakReference<>((Function<Object, Object>) made))
        .map(
            function ->
                value -> {
                  Function<Object, Object> read = function.get();
                  return read == null || value == null || ofProperty.suspects(read.apply(value));
                });
  }
}
