package dev.mulligan.weave;

import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which class loaders see {@code mulligan-api}. An application without it can't ask for the attempt
 * that it is in, so that its methods need not keep that.
 */
final class ApiSight {

  private static final String API = "dev/mulligan/api/Attempt.class";
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Map<ClassLoader, Boolean> seen = new WeakHashMap<>();

  /** The JDK's own classes are called by the application's. */
  boolean isSeenFrom(@Nullable ClassLoader loader) {
    ClassLoader asked =
        loader == null || loader == PLATFORM ? ClassLoader.getSystemClassLoader() : loader;
    Boolean known;
    synchronized (seen) {
      known = seen.get(asked);
    }
    return known == null ? look(asked) : known;
  }

  /** Without our lock: the loader may be anybody's code. */
  private boolean look(ClassLoader loader) {
    boolean found = loader.getResource(API) != null;
    synchronized (seen) {
      seen.put(loader, found);
    }
    return found;
  }
}
