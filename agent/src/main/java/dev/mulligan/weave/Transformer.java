package dev.mulligan.weave;

import dev.mulligan.match.ClassMatch;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.TypeNames;
import dev.mulligan.transaction.SpringTransactions;
import dev.mulligan.weave.WovenClasses.WovenClass;
import dev.mulligan.weave.method.ApiSight;
import dev.mulligan.weave.rewrite.Advised;
import dev.mulligan.weave.scan.LoaderTypes;
import dev.mulligan.weave.scan.Plan;
import dev.mulligan.weave.scan.Prefilter;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees every class that is loaded or retransformed. It never throws and, for nearly every class,
 * does nothing but ask the prefilter. No lambda here: before the application's main method each
 * costs milliseconds.
 */
final class Transformer implements ClassFileTransformer {

  private static final ClassLoader OURS = Transformer.class.getClassLoader();
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Map<@Nullable ClassLoader, LoaderTypes> typesByLoader = new WeakHashMap<>();
  private final InheritedMatches wishes = new InheritedMatches();
  private final ClassWeaver weaver;
  private final SpringTransactions spring;
  private final ApiSight api;
  private final Listener listener;
  private volatile Plan plan = Plan.NOTHING;

  /** Most classes come from one loader. */
  private volatile @Nullable LoaderTypes lastTypes;

  /** Is told of what the transformer can't do itself. */
  interface Listener {
    /** Something went wrong with a class; it is left as it was. */
    void notWoven(String className, Throwable reason);

    /** These classes, if they are loaded already, must be retransformed. */
    void wished(Set<String> classNames);
  }

  Transformer(ClassWeaver weaver, SpringTransactions spring, ApiSight api, Listener listener) {
    this.weaver = weaver;
    this.spring = spring;
    this.api = api;
    this.listener = listener;
  }

  void follow(Plan newPlan) {
    plan = newPlan;
    wishes.clear();
    synchronized (typesByLoader) {
      typesByLoader.clear();
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loader == OURS || internalName == null) {
      return null;
    }
    spring.notice(loader, internalName);
    api.notice(internalName);
    byte[] woven = transform(loader, internalName, originOf(module, loader), classFile);
    if (woven == null && redefined != null) {
      weaver.leave(loader, TypeNames.dotted(internalName));
    }
    return woven;
  }

  /**
   * Whether a woven class would be woven into the same methods again; if so the rules behind them
   * are already the new ones when this returns.
   */
  boolean staysWoven(Class<?> type, WovenClass woven) {
    ClassLoader loader = type.getClassLoader();
    return Advised.areSame(advise(plan, loader, woven.facts()), woven.methods());
  }

  /** Loaded classes that may match, as far as their names and parents tell. */
  List<Class<?>> candidates(Class<?>[] loaded) {
    return new LoadedCandidates(plan.prefilter(), wishes).among(loaded);
  }

  private byte @Nullable [] transform(
      @Nullable ClassLoader loader, String internalName, Origin origin, byte[] classFile) {
    try {
      Plan current = plan;
      if (!mayMatch(current, loader, internalName, origin, classFile)
          && !wishes.reach(internalName)) {
        return null;
      }
      ClassFacts facts = ClassFactsReader.read(classFile, origin);
      return weaver.weave(loader, facts, advise(current, loader, facts), classFile);
    } catch (Throwable reason) {
      listener.notWoven(TypeNames.dotted(internalName), reason);
      return null;
    }
  }

  private List<Advised> advise(Plan current, @Nullable ClassLoader loader, ClassFacts facts) {
    LoaderTypes types = typesOf(loader, current.prefilter());
    ClassMatch match = current.matcher().match(facts, types, wishes.of(facts.name()));
    Set<String> newlyWished = wishes.add(match.inherited());
    if (!newlyWished.isEmpty()) {
      listener.wished(newlyWished);
    }
    return weaver.advise(current, loader, facts, match.methods(), types);
  }

  private boolean mayMatch(
      Plan current,
      @Nullable ClassLoader loader,
      String internalName,
      Origin origin,
      byte[] classFile) {
    Prefilter prefilter = current.prefilter();
    return origin == Origin.JDK
        ? prefilter.namesExactly(internalName)
        : prefilter.mayMatch(internalName, classFile, typesOf(loader, prefilter).parents());
  }

  private static Origin originOf(@Nullable Module module, @Nullable ClassLoader loader) {
    boolean jdk =
        loader == null
            || loader == PLATFORM
            || (module != null && module.isNamed() && isJdkModule(module.getName()));
    return jdk ? Origin.JDK : Origin.APPLICATION;
  }

  /**
   * Some of the JDK's modules, its tools among them, live in the application's loader. Those that
   * it makes for proxies (jdk.proxy1 and so on) hold the application's.
   */
  private static boolean isJdkModule(String name) {
    return name.startsWith("java.") || (name.startsWith("jdk.") && !name.startsWith("jdk.proxy"));
  }

  private LoaderTypes typesOf(@Nullable ClassLoader loader, Prefilter prefilter) {
    LoaderTypes last = lastTypes;
    if (last != null && last.isOf(loader) && last.isFor(prefilter)) {
      return last;
    }
    LoaderTypes types = knownTypesOf(loader, prefilter);
    lastTypes = types;
    return types;
  }

  private LoaderTypes knownTypesOf(@Nullable ClassLoader loader, Prefilter prefilter) {
    synchronized (typesByLoader) {
      LoaderTypes types = typesByLoader.get(loader);
      if (types == null || !types.isFor(prefilter)) {
        types = new LoaderTypes(loader, prefilter);
        typesByLoader.put(loader, types);
      }
      return types;
    }
  }
}
