package dev.mulligan.async;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Finds public methods of a library that a class of the application can see. */
final class Library {

  private final @Nullable ClassLoader loader;

  Library(Class<?> seenFrom) {
    loader = seenFrom.getClassLoader();
  }

  /**
   * The method with its receiver, parameters and result all taken for {@code Object}.
   *
   * @return null when there is no such method here
   */
  @Nullable MethodHandle method(String type, String name, Class<?>... parameters) {
    try {
      Method method = Class.forName(type, false, loader).getMethod(name, parameters);
      MethodHandle handle = MethodHandles.publicLookup().unreflect(method);
      return handle.asType(handle.type().generic());
    } catch (ReflectiveOperationException | LinkageError missing) {
      return null;
    }
  }
}
