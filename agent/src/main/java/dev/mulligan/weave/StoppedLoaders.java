package dev.mulligan.weave;

import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises class loaders of stopped applications, whose classes stay loaded until they are
 * collected. Such a loader must not be asked for anything: Tomcat's writes a stack trace into the
 * server's log for each question. Nothing of such an application needs a retry.
 */
final class StoppedLoaders {

  /** Tomcat's, also in TomEE and in Spring Boot. */
  private static final String WEB_APPLICATION = "org.apache.catalina.loader.WebappClassLoaderBase";

  /** {@code LifecycleState.isAvailable}: in these states it answers. */
  private static final Set<String> ANSWERING = Set.of("STARTING", "STARTED", "STOPPING_PREP");

  private StoppedLoaders() {}

  /** Whether the loader, or one of its parents, belongs to a stopped application. */
  static boolean contain(@Nullable ClassLoader loader) {
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      if (isStopped(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStopped(ClassLoader loader) {
    for (Class<?> type = loader.getClass();
        type != null && type != ClassLoader.class;
        type = type.getSuperclass()) {
      if (type.getName().equals(WEB_APPLICATION)) {
        return !ANSWERING.contains(stateOf(loader, type));
      }
    }
    return false;
  }

  /** The state's name; where it cannot be read, the loader is taken for one that answers. */
  private static String stateOf(ClassLoader loader, Class<?> type) {
    try {
      return String.valueOf(type.getMethod("getStateName").invoke(loader));
    } catch (NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException
        | RuntimeException
        | LinkageError unknown) {
      return "STARTED";
    }
  }
}
