package dev.mulligan.retry;

import dev.mulligan.retry.PropertyFunctions.Kind;
import java.lang.ref.WeakReference;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Looks at properties with functions, see {@link PropertyFunctions}, and boxes nothing. */
final class PropertySuspicions {

  private PropertySuspicions() {}

  /**
   * The quickest that can be had for the values of one class.
   *
   * @param value one of them
   */
  static Suspicion of(PropertyTest property, Object value, Lookups lookups) {
    int dot = property.name().indexOf('.');
    String first = dot < 0 ? property.name() : property.name().substring(0, dot);
    Optional<Member> member = Accessors.property(value, first);
    if (member.isEmpty()) {
      return Suspicion.NEVER; // and the log has said so
    }
    if (!(member.get() instanceof Method getter)) {
      return Suspicion.ALWAYS;
    }
    Optional<Suspicion> found =
        dot < 0
            ? last(value.getClass(), getter, property.test(), lookups)
            : deeper(getter, property.name().substring(dot + 1), property.test(), lookups);
    return found.orElse(Suspicion.ALWAYS);
  }

  private static Optional<Suspicion> last(
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

  private static Optional<Suspicion> deeper(
      Method getter, String rest, ValueTest test, Lookups lookups) {
    if (getter.getReturnType().isPrimitive()) {
      return Optional.empty();
    }
    PropertyTest next = new PropertyTest(rest, test);
    ResultJudge judge = new ResultJudge(List.of(new ResultCondition.Property(next)), lookups);
    return object(getter, lookups, v -> v == null ? test.holds(null) : judge.suspects(v));
  }

  @SuppressWarnings("unchecked")
  private static Optional<Suspicion> whole(
      Class<?> type, Method getter, WholeNumbers numbers, Lookups lookups) {
    return PropertyFunctions.of(getter, Kind.WHOLE, lookups)
        .map(made -> new WholeProperty(type, (ToLongFunction<Object>) made, numbers));
  }

  @SuppressWarnings("unchecked")
  private static Optional<Suspicion> truth(Method getter, ValueTest test, Lookups lookups) {
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
  private static Optional<Suspicion> object(Method getter, Lookups lookups, Suspicion ofProperty) {
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
