package dev.mulligan.thread;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Every thread the product starts, so that its own calls are recognised and never retried.
 *
 * <p>A daemon that keeps nothing of the thread it was started from: no inherited thread locals, the
 * product's own context class loader, the topmost thread group, no access control context. An
 * application's class loader can be collected while such a thread runs.
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
   * A thread that is not yet started.
   *
   * @param name follows {@code mulligan-}
   */
  // Outside doPrivileged a thread remembers the protection domains, and so the class loaders, of
  // every caller on the stack. The replacement for the deprecated method is the JDK that no longer
  // does so.
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

  /** Whether the caller runs on one of the product's own threads. */
  public static boolean isCurrent() {
    return currentThread() instanceof MulliganThread;
  }

  /** Else the application's default handler would be asked, which may end the process. */
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
