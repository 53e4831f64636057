package dev.mulligan.retry.inspect;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads properties, including nested ones: {@code statusLine.statusCode}; and from a map without
 * that property, such as a parsed JSON object or a message's headers, the value of that key.
 */
public final class PropertyReader {

  private PropertyReader() {}

  /**
   * @return null if the property, or one on the path to it, is null; or if a map has no such key
   * @throws NotHeldException if there is no such property, or reading it failed
   */
  public static @Nullable Object read(Object target, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return readOne(target, path);
    }
    Object next = readOne(target, path.substring(0, dot));
    return next == null ? null : read(next, path.substring(dot + 1));
  }

  private static @Nullable Object readOne(Object target, String name) {
    Optional<Member> accessor = Accessors.property(target, name);
    if (accessor.isEmpty() && target instanceof Map<?, ?> map) {
      return valueOf(map, name);
    }
    if (accessor.isEmpty()) {
      throw new NotHeldException(
          target.getClass().getName() + " has no public '" + name + "' that can be read");
    }
    return get(accessor.get(), target);
  }

  private static @Nullable Object valueOf(Map<?, ?> map, String key) {
    try {
      return map.get(key);
    } catch (RuntimeException refused) { // such as a map that has no text as a key
      throw new NotHeldException(
          map.getClass().getName() + " throws " + refused.getClass().getName());
    }
  }

  /** Calls a method with its arguments, or reads a field. */
  public static @Nullable Object get(Member accessor, Object target, Object... arguments) {
    try {
      return accessor instanceof Method method
          ? method.invoke(target, arguments)
          : ((Field) accessor).get(target);
    } catch (InvocationTargetException e) {
      throw new NotHeldException(describe(accessor, target) + " throws " + nameOfCause(e));
    } catch (IllegalAccessException e) {
      throw new NotHeldException(describe(accessor, target) + " can't be read");
    }
  }

  private static String describe(Member accessor, Object target) {
    return accessor.getName() + " of " + target.getClass().getName();
  }

  private static String nameOfCause(InvocationTargetException e) {
    Throwable cause = e.getCause();
    return cause == null ? e.getClass().getName() : cause.getClass().getName();
  }
}
