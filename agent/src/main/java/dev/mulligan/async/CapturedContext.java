package dev.mulligan.async;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What libraries keep in thread locals, taken from the thread that made the call and given to those
 * that make the further attempts: the context class loader, SLF4J's MDC, OpenTelemetry's context.
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
   * Gives the current thread these surroundings.
   *
   * @return what it had, to be given back
   */
  Replaced swapIn() {
    Replaced replaced = new Replaced(new CapturedContext(libraries), libraries.enter(telemetry));
    setThreadLocals();
    return replaced;
  }

  /** Runs it with these surroundings. */
  public void run(Runnable task) {
    Replaced before = swapIn();
    try {
      task.run();
    } finally {
      before.giveBack();
    }
  }

  private void setThreadLocals() {
    Thread.currentThread().setContextClassLoader(loader);
    libraries.setMdc(mdc);
  }

  /** What a thread had before. */
  static final class Replaced {
    private final CapturedContext before;
    private final @Nullable Object telemetryScope;

    private Replaced(CapturedContext before, @Nullable Object telemetryScope) {
      this.before = before;
      this.telemetryScope = telemetryScope;
    }

    void giveBack() {
      before.libraries.leave(telemetryScope);
      before.setThreadLocals();
    }
  }
}
