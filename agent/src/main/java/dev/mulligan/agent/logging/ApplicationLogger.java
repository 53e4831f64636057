package dev.mulligan.agent.logging;

import dev.mulligan.log.Log;
import dev.mulligan.log.LogTarget;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines through the logging library that the application uses: SLF4J, Log4j 2 or {@code
 * java.util.logging}. It uses only what the application has loaded itself, and so initialises no
 * library before the application does.
 */
public final class ApplicationLogger implements LogTarget {

  /** How often the loaded classes are searched for logging libraries. */
  private static final long SEARCH_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** A library and the class loader that has loaded it; the JDK's for JUL. */
  private record Found(LoggingLibrary library, WeakReference<ClassLoader> loader) {}

  private final Instrumentation instrumentation;

  /** Threads that are inside the application's logger, which may run woven code. */
  private final Set<Thread> logging = ConcurrentHashMap.newKeySet();

  private volatile List<Found> found = List.of();
  private volatile boolean isSearched;
  private volatile long searched;

  public ApplicationLogger(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public boolean write(Log.Level level, String message) {
    if (!logging.add(Thread.currentThread())) {
      return false;
    }
    try {
      search();
      return writeTo(ofThread(), level, message) || writeTo(found, level, message);
    } finally {
      logging.remove(Thread.currentThread());
    }
  }

  private static boolean writeTo(List<Found> libraries, Log.Level level, String message) {
    for (Found each : libraries) {
      ClassLoader loader = each.loader().get();
      try {
        if (loader != null && each.library().log(loader, level, message)) {
          return true;
        }
      } catch (ReflectiveOperationException | RuntimeException | LinkageError unusable) {
        // Such as the library of a stopped application: the next one, or standard error.
      }
    }
    return false;
  }

  /** The libraries that the loader of this thread's application has loaded, or its parents. */
  private List<Found> ofThread() {
    List<Found> own = new ArrayList<>();
    for (ClassLoader loader = Thread.currentThread().getContextClassLoader();
        loader != null;
        loader = loader.getParent()) {
      for (Found each : found) {
        if (each.loader().refersTo(loader)) {
          own.add(each);
        }
      }
    }
    return own;
  }

  private void search() {
    long now = System.nanoTime();
    if (isSearched && now - searched < SEARCH_NANOS) {
      return;
    }
    isSearched = true;
    searched = now;
    List<Found> all = new ArrayList<>();
    Class<?>[] loaded = instrumentation.getAllLoadedClasses();
    for (LoggingLibrary library : LoggingLibrary.values()) {
      for (Class<?> type : loaded) {
        if (type.getName().equals(library.mark()) && !isOurs(type)) {
          all.add(new Found(library, new WeakReference<>(loaderOf(type))));
        }
      }
    }
    found = List.copyOf(all);
  }

  private static boolean isOurs(Class<?> type) {
    return type.getClassLoader() == ApplicationLogger.class.getClassLoader();
  }

  private static ClassLoader loaderOf(Class<?> type) {
    @Nullable ClassLoader loader = type.getClassLoader();
    return loader == null ? ClassLoader.getPlatformClassLoader() : loader;
  }
}
