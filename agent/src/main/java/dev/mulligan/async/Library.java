package dev.mulligan.async;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Finds and calls public methods of a library that an application class can see. */
public final class Library {

  private final @Nullable ClassLoader loader;

  public Library(Class<?> seenFrom) {
    loader = seenFrom.getClassLoader();
  }

  /**
   * Finds a method; the handle takes and returns {@code Object} for receiver, parameters and
   * result.
   *
   * @return null when there is no such method
   */
  @Nullable MethodHandle method(String type, String name, String... parameters) {
    try {
      return find(type, name, parameters);
    } catch (ReflectiveOperationException | LinkageError missing) {
      return null;
    }
  }

  /**
   * Finds a method that must exist.
   *
   * @throws IllegalStateException when this version of the library has no such method
   */
  public MethodHandle need(String type, String name, String... parameters) {
    try {
      return find(type, name, parameters);
    } catch (ReflectiveOperationException | LinkageError missing) {
      throw new IllegalStateException("this version has no " + type + "." + name, missing);
    }
  }

  /**
   * @throws IllegalStateException where the type is missing
   */
  public Class<?> type(String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ReflectiveOperationException | LinkageError missing) {
      throw new IllegalStateException("the class " + name + " is missing", missing);
    }
  }

  /**
   * The value of a public static field.
   *
   * @throws IllegalStateException where it is missing
   */
  public Object constant(String type, String name) {
    try {
      return Class.forName(type, true, loader).getField(name).get(null);
    } catch (ReflectiveOperationException | LinkageError missing) {
      throw new IllegalStateException("this version has no " + type + "." + name, missing);
    }
  }

  private MethodHandle find(String type, String name, String... parameters)
      throws ReflectiveOperationException {
    Class<?>[] types = new Class<?>[parameters.length];
    for (int i = 0; i < types.length; i++) {
      types[i] =
          parameters[i].equals("boolean")
              ? boolean.class
              : Class.forName(parameters[i], false, loader);
    }
    Class<?> declaring = Class.forName(type, false, loader);
    Method method = declaring.getMethod(name, types);
    MethodType of = MethodType.methodType(method.getReturnType(), types);
    // Looked up in the public class that the caller names: a hidden superclass may declare the
    // method.
    MethodHandle handle =
        Modifier.isStatic(method.getModifiers())
            ? MethodHandles.publicLookup().findStatic(declaring, name, of)
            : MethodHandles.publicLookup().findVirtual(declaring, name, of);
    return handle.asFixedArity().asType(handle.type().generic());
  }

  public static Object call(MethodHandle handle) {
    try {
      return (Object) handle.invokeExact();
    } catch (Throwable thrown) {
      throw Library.<RuntimeException>asItIs(thrown);
    }
  }

  public static Object call(MethodHandle handle, @Nullable Object argument) {
    try {
      return (Object) handle.invokeExact(argument);
    } catch (Throwable thrown) {
      throw Library.<RuntimeException>asItIs(thrown);
    }
  }

  public static Object call(MethodHandle handle, @Nullable Object first, @Nullable Object second) {
    try {
      return (Object) handle.invokeExact(first, second);
    } catch (Throwable thrown) {
      throw Library.<RuntimeException>asItIs(thrown);
    }
  }

  /** Rethrows a library's checked exception unchanged. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
