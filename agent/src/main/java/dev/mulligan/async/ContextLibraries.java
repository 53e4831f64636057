package dev.mulligan.async;

import java.lang.invoke.MethodHandle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and sets the thread-bound contexts of the libraries (SLF4J, OpenTelemetry) that an
 * application class can see.
 */
final class ContextLibraries {

  private static final String MDC = "org.slf4j.MDC";
  private static final String CONTEXT = "io.opentelemetry.context.Context";
  private static final String SCOPE = "io.opentelemetry.context.Scope";

  /** Holds no agent object: an application class would keep it alive after a detach. */
  private static final ClassValue<@Nullable MethodHandle[]> HANDLES =
      new ClassValue<>() {
        @Override
        protected @Nullable MethodHandle[] computeValue(Class<?> owner) {
          Library library = new Library(owner);
          return new @Nullable MethodHandle[] {
            library.method(MDC, "getCopyOfContextMap"),
            library.method(MDC, "setContextMap", "java.util.Map"),
            library.method(MDC, "clear"),
            library.method(CONTEXT, "current"),
            library.method(CONTEXT, "makeCurrent"),
            library.method(SCOPE, "close")
          };
        }
      };

  private static final int MDC_COPY = 0;
  private static final int MDC_SET = 1;
  private static final int MDC_CLEAR = 2;
  private static final int TELEMETRY_CURRENT = 3;
  private static final int TELEMETRY_ENTER = 4;
  private static final int TELEMETRY_LEAVE = 5;

  private final @Nullable MethodHandle[] handles;

  private ContextLibraries(@Nullable MethodHandle[] handles) {
    this.handles = handles;
  }

  static ContextLibraries of(Class<?> owner) {
    return new ContextLibraries(HANDLES.get(owner));
  }

  /** Null where the MDC is empty or the class sees no SLF4J. */
  @Nullable Map<?, ?> mdc() {
    return (Map<?, ?>) call(MDC_COPY);
  }

  void setMdc(@Nullable Map<?, ?> mdc) {
    if (mdc == null) {
      call(MDC_CLEAR);
    } else {
      call(MDC_SET, mdc);
    }
  }

  /** Null where the class sees no OpenTelemetry. */
  @Nullable Object telemetry() {
    return call(TELEMETRY_CURRENT);
  }

  /**
   * @return the scope to pass to {@link #leave}
   */
  @Nullable Object enter(@Nullable Object telemetry) {
    return telemetry == null ? null : call(TELEMETRY_ENTER, telemetry);
  }

  void leave(@Nullable Object scope) {
    if (scope != null) {
      call(TELEMETRY_LEAVE, scope);
    }
  }

  /** Ignores failures of the library: they must not prevent the attempt. */
  private @Nullable Object call(int index) {
    MethodHandle handle = handles[index];
    try {
      return handle == null ? null : (Object) handle.invokeExact();
    } catch (Throwable ofTheLibrary) {
      return null;
    }
  }

  private @Nullable Object call(int index, Object argument) {
    MethodHandle handle = handles[index];
    try {
      return handle == null ? null : (Object) handle.invokeExact(argument);
    } catch (Throwable ofTheLibrary) {
      return null;
    }
  }
}
