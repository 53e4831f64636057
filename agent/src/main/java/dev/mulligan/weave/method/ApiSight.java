package dev.mulligan.weave.method;

import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which class loaders see {@code mulligan-api}. An application without it can't ask for the attempt
 * that it is in, so that its methods need not keep that.
 */
public final class ApiSight {

  private static final String API = "dev/mulligan/api/Attempt.class";
  private static final String NAME = "dev.mulligan.api.Attempt";

  /** As class files write it. */
  private static final String FILE = NAME.replace('.', '/');

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Map<ClassLoader, Boolean> seen = new WeakHashMap<>();
  private volatile boolean loaded;

  /** A class is being loaded. */
  public void notice(String internalName) {
    if (internalName.equals(FILE)) {
      loaded = true;
    }
  }

  /** Classes that were loaded before. */
  public void notice(Class<?>[] all) {
    for (Class<?> type : all) {
      if (type.getName().equals(NAME)) {
        loaded = true;
      }
    }
  }

  /** Whether anybody can ask already, in whatever loader. */
  public boolean isLoaded() {
    return loaded;
  }

  /** The JDK's own classes are called by the application's. */
  public boolean isSeenFrom(@Nullable ClassLoader loader) {
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
