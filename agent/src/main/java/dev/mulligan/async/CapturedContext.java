package dev.mulligan.async;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The thread-bound context of a call: the context class loader, SLF4J's MDC and OpenTelemetry's
 * context. The agent captures it on the calling thread and installs it on the threads of further
 * attempts.
 */
public final class CapturedContext {

  private final ContextLibraries libraries;
  private final @Nullable ClassLoader loader;
  private final @Nullable Map<?, ?> mdc;
  private final @Nullable Object telemetry;

  private CapturedContext(ContextLibraries libraries) {
    this.libraries = libraries;
    this.loader = Thread.currentThread().getContextClassLoader();
    this.mdc = libraries.mdc();
    this.telemetry = libraries.telemetry();
  }

  /**
   * @param owner a class of the application, whose loader finds its libraries
   */
  public static CapturedContext ofCurrentThread(Class<?> owner) {
    return new CapturedContext(ContextLibraries.of(owner));
  }

  /**
   * Installs this context on the current thread.
   *
   * @return the previous context, to be restored
   */
  Replaced install() {
    Replaced replaced = new Replaced(new CapturedContext(libraries), libraries.enter(telemetry));
    setThreadLocals();
    return replaced;
  }

  /** Runs a task with this context installed. */
  public void run(Runnable task) {
    Replaced before = install();
    try {
      task.run();
    } finally {
      before.restore();
    }
  }

  private void setThreadLocals() {
    Thread.currentThread().setContextClassLoader(loader);
    libraries.setMdc(mdc);
  }

  /** The context that a thread had before. */
  static final class Replaced {
    private final CapturedContext before;
    private final @Nullable Object telemetryScope;

    private Replaced(CapturedContext before, @Nullable Object telemetryScope) {
      this.before = before;
      this.telemetryScope = telemetryScope;
    }

    void restore() {
      before.libraries.leave(telemetryScope);
      before.setThreadLocals();
    }
  }
}
