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

  /**
   * @param methodCount receives the number of woven methods whenever it may have changed
   */
  WovenClasses(IntConsumer methodCount) {
    this.methodCount = methodCount;
  }

  synchronized void add(@Nullable ClassLoader loader, WovenClass woven) {
    byLoader.computeIfAbsent(loader, none -> new HashMap<>()).put(woven.facts().name(), woven);
    methodCount.accept(methods());
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
    if (classes != null && classes.remove(className) != null) {
      methodCount.accept(methods());
    }
  }

  private int methods() {
    int methods = 0;
    for (Map<String, WovenClass> classes : byLoader.values()) {
      for (WovenClass type : classes.values()) {
        methods += type.methods().size();
      }
    }
    return methods;
  }
}
