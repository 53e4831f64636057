package dev.mulligan.weave.method;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The ids of woven methods, which are constants of their classes. A JVM never removes a constant
 * from a class, so every agent in a process gives a method the same id: a new one for each attach
 * would take metaspace each time.
 */
public final class MethodIds {

  private static final String IDS = "method-ids";
  private static final String LAST = "last-method-id";

  private final int first;
  private final Map<@Nullable ClassLoader, Map<String, Integer>> byLoader;
  private final AtomicInteger last;

  /**
   * @param kept what outlives an agent in this process. If empty, the ids begin at a value that
   *     avoids those of a previous agent, whose woven code may still run
   */
  @SuppressWarnings("unchecked")
  public MethodIds(Optional<Map<String, Object>> kept) {
    if (kept.isEmpty()) {
      first = (int) (System.nanoTime() & 0x3fff) << 16;
      byLoader = new WeakHashMap<>();
      last = new AtomicInteger(first - 1);
    } else {
      Map<String, Object> map = kept.get();
      map.putIfAbsent(IDS, new WeakHashMap<@Nullable ClassLoader, Map<String, Integer>>());
      map.putIfAbsent(LAST, new AtomicInteger(-1));
      first = 0;
      byLoader = (Map<@Nullable ClassLoader, Map<String, Integer>>) map.get(IDS);
      last = (AtomicInteger) map.get(LAST);
    }
  }

  /** Returns the lowest id. */
  int first() {
    return first;
  }

  /**
   * Returns the id of a method, the same each time.
   *
   * @param method class, name and descriptor
   */
  int of(@Nullable ClassLoader loader, String method) {
    synchronized (byLoader) { // of a previous agent a late transformation may still run
      Map<String, Integer> ids = byLoader.get(loader);
      if (ids == null) {
        ids = new HashMap<>();
        byLoader.put(loader, ids);
      }
      Integer known = ids.get(method);
      if (known == null) {
        known = last.incrementAndGet();
        ids.put(method, known);
      }
      return known;
    }
  }
}
