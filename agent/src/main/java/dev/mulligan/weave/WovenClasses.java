package dev.mulligan.weave;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.weave.rewrite.Advised;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Records the woven classes, so that they can be changed or restored. */
final class WovenClasses {

  /** A class and its woven methods. */
  record WovenClass(ClassFacts facts, List<Advised> methods) {}

  private final Map<@Nullable ClassLoader, Map<String, WovenClass>> byLoader = new WeakHashMap<>();
  private final IntConsumer methodCount;

  /** The woven methods of all loaders. Guarded by this, like the next. */
  private int methods;

  /** How many loaders that is; the map itself drops those that have been collected. */
  private int loaders;

  /**
   * @param methodCount receives the number of woven methods whenever it may have changed
   */
  WovenClasses(IntConsumer methodCount) {
    this.methodCount = methodCount;
  }

  synchronized void add(@Nullable ClassLoader loader, WovenClass woven) {
    Map<String, WovenClass> classes = byLoader.get(loader);
    if (classes == null) {
      classes = new HashMap<>();
      byLoader.put(loader, classes);
      loaders++;
    }
    WovenClass before = classes.put(woven.facts().name(), woven);
    count(woven.methods().size() - (before == null ? 0 : before.methods().size()));
  }

  synchronized List<WovenClass> all() {
    List<WovenClass> all = new ArrayList<>();
    byLoader.values().forEach(classes -> all.addAll(classes.values()));
    return all;
  }

  synchronized boolean isEmpty() {
    return byLoader.isEmpty();
  }

  synchronized Optional<WovenClass> find(Class<?> type) {
    return Optional.ofNullable(
        byLoader.getOrDefault(type.getClassLoader(), Map.of()).get(type.getName()));
  }

  synchronized void remove(@Nullable ClassLoader loader, String className) {
    Map<String, WovenClass> classes = byLoader.get(loader);
    WovenClass removed = classes == null ? null : classes.remove(className);
    if (removed != null) {
      count(-removed.methods().size());
    }
  }

  /** Counts anew only after a loader has been collected: there may be thousands of classes. */
  private void count(int difference) {
    methods += difference;
    if (byLoader.size() != loaders) {
      loaders = byLoader.size();
      methods = 0;
      for (Map<String, WovenClass> classes : byLoader.values()) {
        for (WovenClass type : classes.values()) {
          methods += type.methods().size();
        }
      }
    }
    methodCount.accept(methods);
  }
}
