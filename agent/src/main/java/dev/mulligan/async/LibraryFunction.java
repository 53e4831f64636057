package dev.mulligan.async;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Implements a functional interface of a library by a function of the agent. */
public final class LibraryFunction implements InvocationHandler {

  private final Function<@Nullable Object, @Nullable Object> function;

  private LibraryFunction(Function<@Nullable Object, @Nullable Object> function) {
    this.function = function;
  }

  /**
   * @param type the interface, a {@code Class}
   * @param function gets the only argument, or null
   */
  public static Object of(Object type, Function<@Nullable Object, @Nullable Object> function) {
    Class<?> functionalType = (Class<?>) type;
    return Proxy.newProxyInstance(
        functionalType.getClassLoader(),
        new Class<?>[] {functionalType},
        new LibraryFunction(function));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    return function.apply(arguments == null ? null : arguments[0]);
  }

  /** Implements the methods of {@code Object} for a proxy. */
  public static Object ofObject(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "Mulligan's " + method.getDeclaringClass().getSimpleName();
    };
  }
}
