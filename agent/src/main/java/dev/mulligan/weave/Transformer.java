package dev.mulligan.weave;

import dev.mulligan.match.ClassMatch;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.TypeNames;
import dev.mulligan.transaction.SpringTransactions;
import dev.mulligan.weave.WovenClasses.WovenClass;
import dev.mulligan.weave.method.ApiVisibility;
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
 * Transforms the classes that rules match. The JVM calls it for every class that is loaded or
 * retransformed; for nearly every class it only runs the prefilter. It never throws. It uses no
 * lambda: before the application's main method each costs milliseconds.
 */
final class Transformer implements ClassFileTransformer {

  private static final ClassLoader OURS = Transformer.class.getClassLoader();
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Map<@Nullable ClassLoader, LoaderTypes> typesByLoader = new WeakHashMap<>();
  private final InheritedMatches inherited = new InheritedMatches();
  private final ClassWeaver weaver;
  private final SpringTransactions spring;
  private final ApiVisibility api;
  private final Listener listener;
  private volatile Plan plan = Plan.NOTHING;

  /** The types of the last loader: most classes come from the same one. */
  private volatile @Nullable LoaderTypes lastTypes;

  /** Receives the events that the transformer cannot handle itself. */
  interface Listener {
    /** A class could not be woven; it stays unchanged. */
    void notWoven(String className, Throwable reason);

    /** These classes must be retransformed if they are loaded already. */
    void inheritedMatched(Set<String> classNames);
  }

  Transformer(ClassWeaver weaver, SpringTransactions spring, ApiVisibility api, Listener listener) {
    this.weaver = weaver;
    this.spring = spring;
    this.api = api;
    this.listener = listener;
  }

  void follow(Plan newPlan) {
    plan = newPlan;
    inherited.clear();
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
    byte[] woven =
        redefined != null && StoppedLoaders.contain(loader)
            ? null
            : transform(loader, internalName, originOf(module, loader), classFile);
    if (woven == null && redefined != null) {
      weaver.leave(loader, TypeNames.dotted(internalName));
    }
    return woven;
  }

  /**
   * Whether weaving a class again would weave the same methods. If so, this method has already
   * bound the new rules to them.
   */
  boolean staysWoven(Class<?> type, WovenClass woven) {
    ClassLoader loader = type.getClassLoader();
    return Advised.areSame(advise(plan, loader, woven.facts()), woven.methods());
  }

  /** The loaded classes that may match, according to their names and supertypes. */
  List<Class<?>> candidates(Class<?>[] loaded) {
    return new LoadedCandidates(plan.prefilter(), inherited).among(loaded);
  }

  private byte @Nullable [] transform(
      @Nullable ClassLoader loader, String internalName, Origin origin, byte[] classFile) {
    try {
      Plan current = plan;
      if (!mayMatch(current, loader, internalName, origin, classFile)
          && !inherited.includes(internalName)) {
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
    ClassMatch match = current.matcher().match(facts, types, inherited.of(facts.name()));
    Set<String> declaringClasses = inherited.add(match.inherited());
    if (!declaringClasses.isEmpty()) {
      listener.inheritedMatched(declaringClasses);
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
   * Whether a module belongs to the JDK. The application's loader defines some of them, such as the
   * tools. The modules for proxies (jdk.proxy1 and so on) contain the application's classes.
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
