package core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Ordinary work, which calls the most used methods of the JDK. */
final class Work {

  private static final int ROUNDS = 20_000;

  private Work() {}

  static String done() {
    ReentrantLock lock = new ReentrantLock();
    AtomicLong sum = new AtomicLong();
    Map<String, Integer> shared = new ConcurrentHashMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      lock.lock();
      try {
        sum.addAndGet(once(i, shared));
        sum.incrementAndGet();
      } finally {
        lock.unlock();
      }
    }
    return Instant.now().toString().isEmpty() ? "no time" : "worked " + sum.get();
  }

  private static int once(int round, Map<String, Integer> shared) {
    Map<String, Integer> map = new HashMap<>();
    String key = "key".concat(String.valueOf(round % 100)).substring(1);
    map.put(key, round);
    shared.put(key, Objects.requireNonNull(map.get(key)));
    List<Integer> list = new ArrayList<>(Arrays.asList(3, 1, 2));
    Collections.sort(list);
    Optional<String> found = Optional.of(key);
    boolean same = new String(key).equals(found.get()) && Objects.equals(key, found.get());
    return same ? list.get(0) + Math.max(0, Integer.parseInt("1")) : 0;
  }
}
