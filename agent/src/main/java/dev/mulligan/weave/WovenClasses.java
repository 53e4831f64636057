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

  /** The woven classes of a loader. */
  private static final class OfLoader {
    private final Map<String, WovenClass> byName = new HashMap<>();
    private int methods;

    void put(WovenClass woven) {
      remove(woven.facts().name());
      byName.put(woven.facts().name(), woven);
      methods += woven.methods().size();
    }

    boolean remove(String className) {
      WovenClass removed = byName.remove(className);
      if (removed != null) {
        methods -= removed.methods().size();
      }
      return removed != null;
    }
  }

  private final Map<@Nullable ClassLoader, OfLoader> byLoader = new WeakHashMap<>();
  private final IntConsumer methodCount;

  /**
   * @param methodCount receives the number of woven methods whenever it may have changed
   */
  WovenClasses(IntConsumer methodCount) {
    this.methodCount = methodCount;
  }

  synchronized void add(@Nullable ClassLoader loader, WovenClass woven) {
    OfLoader classes = byLoader.get(loader);
    if (classes == null) {
      classes = new OfLoader();
      byLoader.put(loader, classes);
    }
    classes.put(woven);
    methodCount.accept(methods());
  }

  synchronized List<WovenClass> all() {
    List<WovenClass> all = new ArrayList<>();
    byLoader.values().forEach(classes -> all.addAll(classes.byName.values()));
    return all;
  }

  synchronized boolean isEmpty() {
    return byLoader.isEmpty();
  }

  synchronized Optional<WovenClass> find(Class<?> type) {
    OfLoader classes = byLoader.get(type.getClassLoader());
    return classes == null
        ? Optional.empty()
        : Optional.ofNullable(classes.byName.get(type.getName()));
  }

  synchronized void remove(@Nullable ClassLoader loader, String className) {
    OfLoader classes = byLoader.get(loader);
    if (classes != null && classes.remove(className)) {
      methodCount.accept(methods());
    }
  }

  /** How many methods are woven in loaders that still exist. */
  synchronized int methods() {
    int methods = 0;
    for (OfLoader classes : byLoader.values()) {
      methods += classes.methods;
    }
    return methods;
  }
}
