package dev.mulligan.async;

import dev.mulligan.retry.inspect.Lookups;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * The fallback method of an asynchronous method; it is called after that method has returned.
 *
 * @param name null where the rule names no fallback method
 */
public record FallbackMethod(@Nullable String name, Lookups lookups) {

  /** Calls the fallback method with the arguments of the call; returns null where there is none. */
  @Nullable
  public Object call(Invocation invocation) throws Throwable {
    return name == null ? null : invocation.callInstead(find(invocation, name));
  }

  private MethodHandle find(Invocation invocation, String named)
      throws ReflectiveOperationException {
    Class<?> owner = invocation.owner();
    Lookup lookup = lookups.into(owner);
    MethodType type = invocation.type();
    if (invocation.isStatic()) {
      return lookup.findStatic(owner, named, type);
    }
    MethodType ofObject = type.dropParameterTypes(0, 1);
    try {
      return lookup.findVirtual(owner, named, ofObject);
    } catch (NoSuchMethodException | IllegalAccessException isStatic) {
      MethodHandle ofClass = lookup.findStatic(owner, named, ofObject);
      return MethodHandles.dropArguments(ofClass, 0, type.parameterType(0));
    }
  }
}
