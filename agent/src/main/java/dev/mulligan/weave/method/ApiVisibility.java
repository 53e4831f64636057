package dev.mulligan.weave.method;

import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Determines which class loaders see {@code mulligan-api}. Code that does not see it cannot query
 * its attempt, so its methods need not keep that.
 */
public final class ApiVisibility {

  private static final String API = "dev/mulligan/api/Attempt.class";
  private static final String NAME = "dev.mulligan.api.Attempt";

  /** The internal name. */
  private static final String FILE = NAME.replace('.', '/');

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Map<ClassLoader, Boolean> seen = new WeakHashMap<>();
  private volatile boolean loaded;

  /** Called when a class is being loaded. */
  public void notice(String internalName) {
    if (internalName.equals(FILE)) {
      loaded = true;
    }
  }

  /** Called with the classes loaded before the agent. */
  public void notice(Class<?>[] all) {
    for (Class<?> type : all) {
      if (type.getName().equals(NAME)) {
        loaded = true;
      }
    }
  }

  /** Whether any class loader has loaded the API. */
  public boolean isLoaded() {
    return loaded;
  }

  /**
   * Whether classes of this loader can query the attempt. For the JDK's loaders the application's
   * loader decides, since its classes call theirs.
   */
  public boolean isVisibleFrom(@Nullable ClassLoader loader) {
    ClassLoader asked =
        loader == null || loader == PLATFORM ? ClassLoader.getSystemClassLoader() : loader;
    Boolean known;
    synchronized (seen) {
      known = seen.get(asked);
    }
    return known == null ? lookUp(asked) : known;
  }

  /** Does not hold the lock: the loader may be foreign code. */
  private boolean lookUp(ClassLoader loader) {
    boolean found;
    try {
      found = loader.getResource(API) != null;
    } catch (RuntimeException | LinkageError unknown) { // such as that of a stopped application
      return false;
    }
    synchronized (seen) {
      seen.put(loader, found);
    }
    return found;
  }
}
