package dev.mulligan.cli.check;

import dev.mulligan.cli.check.Probe.Attempt;
import dev.mulligan.match.MethodMatch;
import dev.mulligan.match.RuleMatcher;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.text.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains why patterns match nothing. */
final class Diagnosis {

  private static final int LISTED = 3;

  private final ClassPath classPath;
  private final KnownTypes types;
  private final List<Probe> probes;

  Diagnosis(ClassPath classPath, KnownTypes types, Collection<MethodPattern> unused) {
    this.classPath = classPath;
    this.types = types;
    this.probes = unused.stream().map(Probe::new).toList();
    searchNamedClasses();
    searchAllClasses();
  }

  /** A pattern that names its class needs no search. */
  private void searchNamedClasses() {
    for (Probe probe : probes) {
      probe
          .pattern()
          .exactType()
          .flatMap(types::findAsWritten)
          .ifPresent(new Search(List.of(probe))::match);
    }
  }

  /** Searches all classes once for all other patterns. */
  private void searchAllClasses() {
    List<Probe> open =
        probes.stream().filter(probe -> probe.pattern().exactType().isEmpty()).toList();
    if (!open.isEmpty()) {
      new ClassScan(classPath).forEach(new Search(open)::match);
    }
  }

  /** Matches several probes against one class at a time. */
  private final class Search {
    private final List<Attempt> attempts;
    private final RuleMatcher matcher;

    Search(List<Probe> tried) {
      attempts = tried.stream().flatMap(probe -> probe.attempts().stream()).toList();
      matcher = new RuleMatcher(attempts.stream().map(Attempt::rule).toList());
    }

    void match(ClassFacts facts) {
      for (MethodMatch match : matcher.match(facts, types, List.of()).methods()) {
        match.owners().forEach(owner -> record(owner.rule(), facts, match));
        match.shadowed().forEach(attempt -> record(attempt, facts, match));
      }
    }

    private void record(int attempt, ClassFacts facts, MethodMatch match) {
      attempts.get(attempt).found().accept(facts.name(), match);
    }
  }

  /**
   * @return one line for each pattern
   */
  List<String> of(List<MethodPattern> unused, RulePatterns rule) {
    return probes.stream()
        .filter(probe -> unused.contains(probe.pattern()))
        .map(probe -> probe.pattern() + ": " + reason(probe, rule))
        .toList();
  }

  private String reason(Probe probe, RulePatterns rule) {
    if (probe.matchesUnchanged() && rule.exclude().isEmpty()) {
      return abstractOnly(probe.pattern());
    }
    if (!probe.withName().isEmpty()) {
      return otherwise(probe, rule);
    }
    return probe.inType().isEmpty() ? noClass(probe) : noMethod(probe);
  }

  private String abstractOnly(MethodPattern pattern) {
    boolean jdk = pattern.exactType().filter(types::isOfJdk).isPresent();
    return "it is abstract, and nothing on this class path implements it"
        + (jdk
            ? ". The JDK's own classes match only by their exact names: name the JDK class that"
                + " implements it"
            : ". If a library creates a proxy for it at run time (Feign, MyBatis, Spring Data),"
                + " the agent weaves the proxy then");
  }

  private static String otherwise(Probe probe, RulePatterns rule) {
    return "only the name matches: this class path has "
        + some(probe.withName())
        + (rule.exclude().isEmpty() ? "" : "; check the rule's 'exclude' too");
  }

  private String noClass(Probe probe) {
    Optional<String> exact = probe.pattern().exactType();
    if (exact.isEmpty()) {
      String prefix = probe.pattern().packagePrefix() + ".";
      return prefix.startsWith("java.") || prefix.startsWith("jdk.")
          ? "the JDK's own classes match only by their exact names"
          : "no class on this class path matches " + probe.declaringType();
    }
    if (types.findAsWritten(exact.get()).isPresent()) {
      return exact.get() + " has no methods of its own";
    }
    return "there is no class "
        + exact.get()
        + nearestClass(exact.get())
            .map(name -> ": did you mean " + name + "?")
            .orElse(" on this class path");
  }

  /**
   * Suggests top-level classes first: nested classes are many, and their simple names are rarely
   * unique.
   */
  private Optional<String> nearestClass(String written) {
    List<String> names = classPath.classes().stream().map(ClassFile::className).toList();
    List<String> topLevel = names.stream().filter(name -> name.indexOf('$') < 0).toList();
    return NearestName.ofClass(written, topLevel)
        .or(() -> written.contains("$") ? NearestName.ofClass(written, names) : Optional.empty());
  }

  private static String noMethod(Probe probe) {
    String name = probe.pattern().methodName();
    if (name.startsWith("lambda$")) {
      return "methods that the compiler generates for lambdas never match: match the method that the lambda calls";
    }
    Optional<String> nearest = NearestName.of(name, probe.inType().keySet());
    return "no method is called "
        + name
        + nearest
            .map(
                near ->
                    ": did you mean " + some(probe.inType().getOrDefault(near, List.of())) + "?")
            .orElse("; the methods are " + some(probe.inType().keySet()));
  }

  private static String some(Collection<String> all) {
    return all.stream().limit(LISTED).collect(Collectors.joining(", "))
        + (all.size() > LISTED ? ", …" : "");
  }
}
