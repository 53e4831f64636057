package dev.mulligan.thread;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * The class of all threads that Mulligan starts; calls on them are recognised and never retried.
 *
 * <p>A daemon thread that inherits nothing from the thread that starts it: no thread locals, no
 * context class loader, no thread group, no access control context. An application's class loader
 * can be collected while such a thread runs.
 */
public final class MulliganThread extends Thread {

  private static final String PREFIX = "mulligan-";
  private static final long DEFAULT_STACK_SIZE = 0;
  private static final boolean INHERIT_THREAD_LOCALS = false;

  private MulliganThread(String name, Runnable task) {
    super(topmostGroup(), task, PREFIX + name, DEFAULT_STACK_SIZE, INHERIT_THREAD_LOCALS);
    setDaemon(true);
    setContextClassLoader(MulliganThread.class.getClassLoader());
    setUncaughtExceptionHandler(new Swallow());
  }

  /**
   * Returns a thread that is not yet started.
   *
   * @param name follows the prefix {@code mulligan-}
   */
  // Without doPrivileged a thread keeps the protection domains, and so the class loaders, of every
  // caller on the stack. The method is deprecated without a replacement; later JDKs no longer keep
  // them.
  @SuppressWarnings("removal")
  public static MulliganThread named(String name, Runnable task) {
    return AccessController.doPrivileged(
        new PrivilegedAction<>() {
          @Override
          public MulliganThread run() {
            return new MulliganThread(name, task);
          }
        });
  }

  /** Whether the current thread is one of Mulligan's own. */
  public static boolean isCurrent() {
    return currentThread() instanceof MulliganThread;
  }

  /** Prevents the call of the application's default handler, which may end the process. */
  private static final class Swallow implements UncaughtExceptionHandler {
    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
      // Every task reports its own failures; this is the last resort.
    }
  }

  private static ThreadGroup topmostGroup() {
    ThreadGroup group = currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
