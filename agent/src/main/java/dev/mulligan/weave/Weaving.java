package dev.mulligan.weave;

import dev.mulligan.gate.Gate;
import dev.mulligan.guard.GuardCatalog;
import dev.mulligan.log.Log;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.inspect.Lookups;
import dev.mulligan.rules.Rule;
import dev.mulligan.thread.MulliganThread;
import dev.mulligan.transaction.SpringTransactions;
import dev.mulligan.transaction.TransactionWatch;
import dev.mulligan.weave.call.RehearsedCalls;
import dev.mulligan.weave.call.RetryGate;
import dev.mulligan.weave.method.ApiVisibility;
import dev.mulligan.weave.method.MethodIds;
import dev.mulligan.weave.method.MethodTable;
import dev.mulligan.weave.method.Nesting;
import dev.mulligan.weave.scan.Plan;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Applies rules to the classes of a running JVM, changes them, and removes them. */
public final class Weaving {

  private static final long LATE_WEAVING_MILLIS = 1_000;

  private final Instrumentation instrumentation;
  private final MethodTable table;
  private final WovenClasses woven;
  private final RefusedMethods findings;
  private final Transformer transformer;
  private final Retransformer retransformer;
  private final Guarding guarding;
  private final RetryGate gate;
  private final SpringTransactions spring = new SpringTransactions();
  private final ApiVisibility api = new ApiVisibility();
  private final Set<String> pendingClasses = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * @param ids of the methods, the same for each agent in this process
   * @param methodCount receives the number of woven methods whenever it may have changed
   * @param replaced runs when another agent takes over
   */
  public Weaving(
      Instrumentation instrumentation,
      RetryEngine engine,
      GuardCatalog guards,
      Log log,
      MethodIds ids,
      IntConsumer methodCount,
      Runnable replaced) {
    this.instrumentation = instrumentation;
    Listener listener = new Listener(engine);
    table = new MethodTable(ids, listener);
    woven = new WovenClasses(methodCount);
    findings = new RefusedMethods(log);
    Nesting nesting = new Nesting(table, engine);
    TransactionWatch transactions = new TransactionWatch(engine, spring, log);
    Lookups lookups = new TrustedLookups(instrumentation);
    guarding = new Guarding(guards, engine, nesting, transactions, lookups);
    ClassWeaver weaver = new ClassWeaver(table, woven, findings, api, lookups, guarding);
    transformer = new Transformer(weaver, spring, api, listener);
    retransformer = new Retransformer(instrumentation, listener);
    gate = new RetryGate(table, nesting, engine, api, transactions, replaced);
    engine.settings().successCounting(gate);
    engine.settings().callsOnThread(nesting.calls());
  }

  /**
   * Applies these rules, also to loaded classes. Classes in which the same methods stay woven keep
   * their bytecode.
   *
   * @param progress may end it between two classes; null where nobody follows it
   * @return how many loaded classes were retransformed
   */
  public int follow(List<Rule> rules, @Nullable Progress progress) {
    lock.lock();
    try {
      findings.clear();
      guarding.follow(rules);
      Plan plan = new Plan(rules);
      PreloadedJdkClasses.load(plan.prefilter().exactTypes());
      transformer.follow(plan);
      if (Gate.handler != gate) {
        Gate.handler = gate;
        gate.applyCounting();
        instrumentation.addTransformer(transformer, true);
      }
      Class<?>[] loaded = instrumentation.getAllLoadedClasses();
      spring.notice(loaded);
      api.notice(loaded);
      List<Class<?>> changed = changed(running(loaded));
      int done = retransform(changed, progress);
      return done < changed.size() ? done : done + retransformLate();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Restores the original bytecode. Calls that are being retried continue until they end.
   *
   * @param progress may end it between two classes; null where nobody follows it
   * @return how many classes were restored
   */
  public int leave(@Nullable Progress progress) {
    lock.lock();
    try {
      if (Gate.handler == gate) {
        Gate.handler = null;
        Gate.counting = null;
      }
      instrumentation.removeTransformer(transformer);
      List<Class<?>> restore = woven(instrumentation.getAllLoadedClasses());
      return retransformer.retransform(restore, new Restored(progress, restore.size()));
    } finally {
      lock.unlock();
    }
  }

  /** Handles failing calls that no method makes. */
  public RehearsedCalls rehearsal(RetryEngine apart, Log silent) {
    return new RehearsedCalls(apart, api, new TransactionWatch(apart, spring, silent));
  }

  private int retransform(List<Class<?>> classes, @Nullable Progress progress) {
    return classes.isEmpty()
        ? 0
        : retransformer.retransform(classes, new Rewritten(progress, classes.size()));
  }

  /** Classes, not lambdas: with preloaded classes, this code runs before {@code main}. */
  private class Rewritten implements Retransformer.Slices {
    private final @Nullable Progress progress;
    private final int all;

    Rewritten(@Nullable Progress progress, int all) {
      this.progress = progress;
      this.all = all;
    }

    @Override
    public boolean goOn(List<Class<?>> done, int before) {
      return progress == null || progress.goesOn(before + done.size(), all, woven.methods());
    }
  }

  private final class Restored extends Rewritten {
    Restored(@Nullable Progress progress, int all) {
      super(progress, all);
    }

    @Override
    public boolean goOn(List<Class<?>> done, int before) {
      for (Class<?> type : done) {
        woven.remove(type.getClassLoader(), type.getName());
      }
      return super.goOn(done, before);
    }
  }

  /** The woven methods with their rules, without those of stopped applications. */
  public List<RetriedMethod> methods() {
    return RetriedMethod.all(running(instrumentation.getAllLoadedClasses()), woven, table);
  }

  /** Woven methods that another library retries too. */
  public List<AlsoRetried> alsoRetried() {
    return AlsoRetried.all(running(instrumentation.getAllLoadedClasses()), woven, table);
  }

  public List<RefusedMethod> refused() {
    return findings.refused();
  }

  /** The classes without those of stopped applications. */
  private static Class<?>[] running(Class<?>[] loaded) {
    IdentityHashMap<ClassLoader, Boolean> stopped = new IdentityHashMap<>();
    List<Class<?>> running = new ArrayList<>(loaded.length);
    for (Class<?> type : loaded) {
      ClassLoader loader = type.getClassLoader();
      Boolean isStopped = loader == null ? Boolean.FALSE : stopped.get(loader);
      if (isStopped == null) {
        isStopped = StoppedLoaders.contain(loader);
        stopped.put(loader, isStopped);
      }
      if (!isStopped) {
        running.add(type);
      }
    }
    return running.toArray(new Class<?>[0]);
  }

  private List<Class<?>> woven(Class<?>[] loaded) {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : loaded) {
      if (woven.find(type).isPresent()) {
        found.add(type);
      }
    }
    return found;
  }

  private List<Class<?>> changed(Class<?>[] loaded) {
    Set<Class<?>> changed = new HashSet<>();
    Set<Class<?>> unchanged = new HashSet<>();
    for (Class<?> type : woven.isEmpty() ? new Class<?>[0] : loaded) {
      Optional<WovenClasses.WovenClass> before = woven.find(type);
      if (before.isPresent()) {
        (transformer.staysWoven(type, before.get()) ? unchanged : changed).add(type);
      }
    }
    changed.addAll(transformer.candidates(loaded));
    changed.removeAll(unchanged);
    List<Class<?>> modifiable = modifiable(changed);
    // Proxies come last: the classes behind them are judged first.
    modifiable.sort(Comparator.comparing(Proxy::isProxyClass));
    return modifiable;
  }

  private List<Class<?>> modifiable(Iterable<Class<?>> types) {
    List<Class<?>> modifiable = new ArrayList<>();
    for (Class<?> type : types) {
      if (instrumentation.isModifiableClass(type)) {
        modifiable.add(type);
      }
    }
    return modifiable;
  }

  private List<Class<?>> loaded(Set<String> classNames) {
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (classNames.contains(type.getName())) {
        loaded.add(type);
      }
    }
    return modifiable(loaded);
  }

  /** Retransforms the supertypes that classes requested while a batch was in progress. */
  private int retransformLate() {
    int done = 0;
    while (!pendingClasses.isEmpty()) {
      Set<String> names = Set.copyOf(pendingClasses);
      pendingClasses.removeAll(names);
      List<Class<?>> classes = loaded(names);
      done += retransform(classes, null);
    }
    return done;
  }

  private final class Listener implements Transformer.Listener, MethodTable.Unloading {
    private final RetryEngine engine;

    Listener(RetryEngine engine) {
      this.engine = engine;
    }

    @Override
    public void unloaded(Set<Integer> methods) {
      engine.statistics().unload(methods::contains);
    }

    @Override
    public void notWoven(String className, Throwable reason) {
      findings.refuse(
          RefusedMethod.ANY_RULE,
          className,
          "the agent could not rewrite this class; it stays unchanged: " + reason);
    }

    /**
     * Called on the application's thread while a class is being loaded. The JVM does not transform
     * classes on a thread that is transforming one, so another thread must do it; waiting for that
     * thread ensures that the first call is retried. If that thread needs a lock that the waiting
     * thread holds, the wait times out and the methods are woven a moment later.
     */
    @Override
    public void inheritedMatched(Set<String> classNames) {
      pendingClasses.addAll(classNames);
      if (lock.isLocked() || loaded(classNames).isEmpty()) {
        return;
      }
      Thread weaver = MulliganThread.named("weave", this::retransformLateLocked);
      weaver.start();
      try {
        weaver.join(LATE_WEAVING_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void retransformLateLocked() {
      lock.lock();
      try {
        retransformLate();
      } finally {
        lock.unlock();
      }
    }
  }
}
