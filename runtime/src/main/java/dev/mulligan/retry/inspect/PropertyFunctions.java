package dev.mulligan.retry.inspect;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Converts getters to functions that the JIT compiler inlines like Java code; it does not inline a
 * {@link Method} or a non-constant method handle. Creating the first function takes milliseconds,
 * so it pays only for a property that is read often.
 */
public final class PropertyFunctions {

  /**
   * References only objects of the JDK and of the class, see {@link SupertypeNames}: the function's
   * hidden class lives in the loader of the class that it reads. Users must hold a function weakly,
   * to let that loader be collected.
   */
  private static final ClassValue<ConcurrentMap<String, Optional<Object>>> MADE =
      new ClassValue<>() {
        @Override
        protected ConcurrentMap<String, Optional<Object>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private PropertyFunctions() {}

  /** The functional interface for the return type of a getter. */
  public enum Kind {
    /** {@link ToLongFunction}, for byte, short, int and long. */
    WHOLE(ToLongFunction.class, "applyAsLong", long.class),
    /** {@link Predicate}, for boolean. */
    TRUTH(Predicate.class, "test", boolean.class),
    /** {@link Function}, for objects. */
    OBJECT(Function.class, "apply", Object.class);

    private final Class<?> type;
    private final String method;
    private final Class<?> result;

    Kind(Class<?> type, String method, Class<?> result) {
      this.type = type;
      this.method = method;
      this.result = result;
    }

    /**
     * Returns the kind for a return type; empty for char, float and double, which must be boxed.
     */
    public static Optional<Kind> of(Class<?> returnType) {
      if (!returnType.isPrimitive()) {
        return Optional.of(OBJECT);
      }
      if (returnType == boolean.class) {
        return Optional.of(TRUTH);
      }
      boolean whole =
          returnType == int.class
              || returnType == long.class
              || returnType == short.class
              || returnType == byte.class;
      return whole ? Optional.of(WHOLE) : Optional.empty();
    }
  }

  /**
   * Returns a function of a kind; empty if the JVM does not allow access.
   *
   * @param getter without parameters
   */
  public static Optional<Object> of(Method getter, Kind kind, Lookups lookups) {
    ConcurrentMap<String, Optional<Object>> made = MADE.get(getter.getDeclaringClass());
    String key = getter.getName() + ":" + getter.getReturnType().getName();
    Optional<Object> known = made.get(key);
    if (known == null) {
      // Not computeIfAbsent: the JVM may run other code here, which must not wait for one of
      // Mulligan's locks.
      known = make(getter, kind, lookups);
      made.put(key, known);
    }
    return known;
  }

  private static Optional<Object> make(Method getter, Kind kind, Lookups lookups) {
    Class<?> owner = getter.getDeclaringClass();
    try {
      Lookup lookup = lookups.into(owner);
      return Optional.of(
          LambdaMetafactory.metafactory(
                  lookup,
                  kind.method,
                  MethodType.methodType(kind.type),
                  MethodType.methodType(kind.result, Object.class),
                  lookup.unreflect(getter),
                  MethodType.methodType(kind.result, owner))
              .getTarget()
              .invoke());
    } catch (Throwable notAllowed) {
      return Optional.empty();
    }
  }
}
