package dev.mulligan.weave.scan;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.TypeSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the supertypes of one loader's classes by reading class files: loading the classes
 * themselves would be too early.
 */
public final class LoaderTypes implements TypeSource, Predicate<String> {

  private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();

  private final WeakReference<ClassLoader> loader;
  private final Prefilter prefilter;
  private final Map<String, Optional<ClassFacts>> known = new ConcurrentHashMap<>();
  private final Map<String, Boolean> verdicts = new ConcurrentHashMap<>();
  private final ParentVerdicts parents;

  public LoaderTypes(@Nullable ClassLoader loader, Prefilter prefilter) {
    this.loader = new WeakReference<>(loader == null ? JDK : loader);
    this.prefilter = prefilter;
    this.parents = new ParentVerdicts(this, prefilter.mayNameJdk());
  }

  @Override
  public Optional<ClassFacts> find(String className) {
    Optional<ClassFacts> facts = known.get(className);
    if (facts == null) {
      facts = read(className);
      known.put(className, facts);
    }
    return facts;
  }

  /** Whether a pattern names the type or one of its supertypes; cached for each name. */
  @Override
  public boolean test(String className) {
    Boolean verdict = verdicts.get(className);
    if (verdict == null) {
      verdict = judge(className);
      verdicts.put(className, verdict);
    }
    return verdict;
  }

  public ParentVerdicts parents() {
    return parents;
  }

  public boolean isOf(@Nullable ClassLoader other) {
    return other != null && loader.refersTo(other);
  }

  public boolean isFor(Prefilter other) {
    return prefilter == other;
  }

  private boolean judge(String className) {
    if (className.equals("java.lang.Object")) {
      return false;
    }
    if (prefilter.names(className)) {
      return true;
    }
    Optional<ClassFacts> facts = find(className);
    if (facts.isPresent()) {
      for (String parent : facts.get().parents()) {
        if (test(parent)) {
          return true;
        }
      }
    }
    return false;
  }

  private Optional<ClassFacts> read(String className) {
    String resource = className.replace('.', '/') + ".class";
    Optional<ClassFacts> jdk = read(JDK, resource, Origin.JDK);
    ClassLoader application = loader.get();
    return jdk.isPresent() || application == null || application == JDK
        ? jdk
        : read(application, resource, Origin.APPLICATION);
  }

  private static Optional<ClassFacts> read(ClassLoader from, String resource, Origin origin) {
    try (InputStream in = from.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(ClassFactsReader.read(in.readAllBytes(), origin));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
