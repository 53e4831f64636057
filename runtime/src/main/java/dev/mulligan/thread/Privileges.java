package dev.mulligan.thread;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Runs code of Mulligan's with its own permissions, although a caller on the stack has fewer: where
 * a JVM has a security manager (up to JDK 23), a permission must be granted to every caller.
 */
@SuppressWarnings("removal") // deprecated without a replacement
public final class Privileges {

  private Privileges() {}

  /** Whether there is a security manager. */
  public static boolean matter() {
    return System.getSecurityManager() != null;
  }

  /** Runs an action with the permissions of its own class, whatever its callers may do. */
  public static <T> T use(PrivilegedAction<T> action) {
    return AccessController.doPrivileged(action);
  }

  /** Runs an action without a result in the same way. */
  public static void run(Runnable action) {
    Object unused =
        use(
            () -> {
              action.run();
              return Boolean.TRUE;
            });
  }
}
