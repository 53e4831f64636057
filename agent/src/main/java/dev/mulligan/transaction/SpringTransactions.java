package dev.mulligan.transaction;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Determines whether Spring has a transaction on this thread. It queries Spring only in class
 * loaders that have loaded Spring's class already.
 */
public final class SpringTransactions {

  private static final String MANAGER =
      "org.springframework.transaction.support.TransactionSynchronizationManager";

  /** The internal name. */
  private static final String FILE = MANAGER.replace('.', '/');

  private final List<WeakReference<ClassLoader>> loaders = new CopyOnWriteArrayList<>();

  /** Called when a class is being loaded. */
  public void notice(@Nullable ClassLoader loader, String internalName) {
    if (internalName.equals(FILE)) {
      add(loader);
    }
  }

  /** Called with the classes loaded before the agent. */
  public void notice(Class<?>[] loaded) {
    for (Class<?> type : loaded) {
      if (type.getName().equals(MANAGER)) {
        add(type.getClassLoader());
      }
    }
  }

  private void add(@Nullable ClassLoader loader) {
    if (loader != null && !isKnown(loader)) {
      loaders.add(new WeakReference<>(loader));
    }
  }

  private boolean isKnown(ClassLoader loader) {
    for (WeakReference<ClassLoader> known : loaders) {
      if (known.refersTo(loader)) {
        return true;
      }
    }
    return false;
  }

  boolean isLoaded() {
    return !loaders.isEmpty();
  }

  boolean isActive() {
    for (WeakReference<ClassLoader> reference : loaders) {
      ClassLoader loader = reference.get();
      if (loader != null && isActive(loader)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Looks the method up each time: a stored method would keep the application's class loader alive.
   */
  private static boolean isActive(ClassLoader loader) {
    try {
      Class<?> manager = Class.forName(MANAGER, false, loader);
      return Boolean.TRUE.equals(manager.getMethod("isActualTransactionActive").invoke(null));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException unknown) {
      return false;
    }
  }
}
