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
 * Getters as functions, which the JVM's compiler inlines as if they were written in Java; it does
 * not inline a {@link Method} or a method handle that is no constant. Making one takes milliseconds
 * at first, so it pays only for a property that is read often.
 */
public final class PropertyFunctions {

  /**
   * Holds nothing but the JDK's and the class's own objects, see {@link SupertypeNames}: the
   * function's hidden class lives in the loader of the class that it reads. Who uses a function
   * must hold it weakly, so as not to keep that loader in memory.
   */
  private static final ClassValue<ConcurrentMap<String, Optional<Object>>> MADE =
      new ClassValue<>() {
        @Override
        protected ConcurrentMap<String, Optional<Object>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private PropertyFunctions() {}

  /** The kind of function that reads what a method returns. */
  public enum Kind {
    /** {@link ToLongFunction}, of byte, short, int and long. */
    WHOLE(ToLongFunction.class, "applyAsLong", long.class),
    /** {@link Predicate}, of boolean. */
    TRUTH(Predicate.class, "test", boolean.class),
    /** {@link Function}, of objects. */
    OBJECT(Function.class, "apply", Object.class);

    private final Class<?> type;
    private final String method;
    private final Class<?> result;

    Kind(Class<?> type, String method, Class<?> result) {
      this.type = type;
      this.method = method;
      this.result = result;
    }

    /** Empty for what is boxed to be judged: char, float and double. */
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
   * A function of the kind, or nothing where the JVM does not allow to make one.
   *
   * @param getter without parameters
   */
  public static Optional<Object> of(Method getter, Kind kind, Lookups lookups) {
    ConcurrentMap<String, Optional<Object>> made = MADE.get(getter.getDeclaringClass());
    String key = getter.getName() + ":" + getter.getReturnType().getName();
    Optional<Object> known = made.get(key);
    if (known == null) {
      // Not computeIfAbsent: whatever the JVM runs meanwhile must not meet a lock of ours.
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
