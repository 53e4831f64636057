package dev.mulligan.weave.method;

import dev.mulligan.async.Form;
import dev.mulligan.match.facts.MethodFacts;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Maps the ids in woven code to their methods. A class keeps its ids across retransformations; the
 * table drops them with the class loader.
 */
public final class MethodTable {

  /** No method's id. */
  static final int NO_METHOD = -1;

  private final Map<@Nullable ClassLoader, Map<String, WovenMethod>> byLoader = new WeakHashMap<>();
  private final Map<String, Namesakes> namesakes = new ConcurrentHashMap<>();
  private final MethodIds ids;
  private volatile boolean judgesResults;
  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
  private final Map<Reference<? extends ClassLoader>, Map<String, WovenMethod>> byReference =
      new HashMap<>();
  private final @Nullable Unloading unloading;
  private volatile @Nullable WovenMethod[] byId = new WovenMethod[16];

  /** Receives the ids of methods whose class loader has been collected. */
  public interface Unloading {
    void unloaded(Set<Integer> methods);
  }

  public MethodTable(MethodIds ids) {
    this(ids, null);
  }

  /**
   * @param unloading null where nobody needs to know
   */
  public MethodTable(MethodIds ids, @Nullable Unloading unloading) {
    this.ids = ids;
    this.unloading = unloading;
  }

  public synchronized WovenMethod enter(
      @Nullable ClassLoader loader, String className, MethodFacts facts, Optional<Form> form) {
    String key = className + "." + facts.name() + facts.descriptor();
    Map<String, WovenMethod> methods = byLoader.get(loader);
    if (methods == null) {
      forgetUnloaded();
      methods = new HashMap<>();
      byLoader.put(loader, methods);
      if (loader != null) {
        byReference.put(new WeakReference<>(loader, collected), methods);
      }
    }
    WovenMethod known = methods.get(key);
    if (known == null || !known.form().equals(form)) { // a rule awaits its future, or no longer
      String idKey = form.isPresent() ? key + form.get() : key;
      known = add(ids.of(loader, idKey), className, facts, form);
      methods.put(key, known);
    }
    return known;
  }

  /** Removes the methods whose class loader has been collected. */
  private void forgetUnloaded() {
    Set<Integer> gone = new HashSet<>();
    Reference<? extends ClassLoader> reference = collected.poll();
    while (reference != null) {
      Map<String, WovenMethod> methods = byReference.remove(reference);
      if (methods != null) {
        for (WovenMethod method : methods.values()) {
          gone.add(method.id());
          byId[method.id() - ids.first()] = null;
        }
      }
      reference = collected.poll();
    }
    if (!gone.isEmpty() && unloading != null) {
      unloading.unloaded(gone);
    }
  }

  private WovenMethod add(int id, String className, MethodFacts facts, Optional<Form> form) {
    @Nullable WovenMethod[] table = byId;
    int index = id - ids.first();
    if (index >= table.length) {
      table = Arrays.copyOf(table, Math.max(index + 1, table.length * 2));
    }
    WovenMethod method = new WovenMethod(id, className, facts, form);
    table[index] = method;
    byId = table;
    namesakes.computeIfAbsent(facts.name(), none -> new Namesakes()).add(className);
    return method;
  }

  /**
   * The method of an id; null for one that only a previous agent has woven. Not an Optional, for
   * speed: result checks call it.
   */
  @Nullable
  public WovenMethod get(int id) {
    @Nullable WovenMethod[] table = byId;
    int index = id - ids.first();
    return index >= 0 && index < table.length ? table[index] : null;
  }

  /**
   * Whether a failing call may be nested in another call of the method, so that the stack must be
   * checked.
   */
  boolean mayBeInsideItself(WovenMethod method, @Nullable Object self) {
    if (method.mayReachItself()) {
      return true;
    }
    Namesakes others = namesakes.get(method.facts().name());
    return others != null && others.mayNestOn(self);
  }

  /** Finds the woven method of a class of this loader. */
  synchronized Optional<WovenMethod> find(
      @Nullable ClassLoader loader, String className, String name, String descriptor) {
    return Optional.ofNullable(
        byLoader.getOrDefault(loader, Map.of()).get(className + "." + name + descriptor));
  }

  /** Returns the id of a woven method, or {@link #NO_METHOD}. */
  int idOf(@Nullable ClassLoader loader, String className, String name, String descriptor) {
    Optional<WovenMethod> found = find(loader, className, name, descriptor);
    return found.isPresent() ? found.get().id() : NO_METHOD; // no lambda: the stack may be short
  }

  /** A quick test; false is reliable. */
  boolean mayBeWoven(String methodName) {
    return namesakes.containsKey(methodName);
  }

  /** Records that a rule has conditions on the results of a woven method. */
  public void judgeResults() {
    judgesResults = true;
  }

  /** Whether any rule has, or had, conditions on the results of a woven method. */
  boolean judgesResults() {
    return judgesResults;
  }

  synchronized List<WovenMethod> all() {
    List<WovenMethod> all = new ArrayList<>();
    byLoader.values().forEach(methods -> all.addAll(methods.values()));
    return all;
  }
}
