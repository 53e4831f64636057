package dev.mulligan.cli.check;

import dev.mulligan.cli.check.CheckResult.Matched;
import dev.mulligan.cli.check.CheckResult.OfRule;
import dev.mulligan.cli.check.CheckResult.Refused;
import dev.mulligan.cli.check.CheckResult.Taken;
import dev.mulligan.match.ClassMatch;
import dev.mulligan.match.Inherited;
import dev.mulligan.match.MethodMatch;
import dev.mulligan.match.RuleMatcher;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.match.pattern.Owner;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.weave.TrialWeaver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Checks rules against every class of a class path, and against the JDK classes that they name. */
public final class Examination {

  private final List<RulePatterns> rules;
  private final Function<String, Strategy> strategies;
  private final Function<String, Optional<String>> packs;
  private final ClassPath classPath;
  private final KnownTypes types;
  private final RuleMatcher matcher;
  private final List<RuleFindings> findings;
  private final PatternUse patternUse;
  private final TrialWeaver weaver;
  private final PropertyWarnings properties;
  private final TaskWarnings tasks;

  /**
   * The matches in each class, first those of the class itself, then those requested by its
   * subclasses.
   */
  private final Map<String, ClassMatch> matches = new LinkedHashMap<>();

  private Examination(
      List<RulePatterns> rules,
      Function<String, Strategy> strategies,
      Function<String, Optional<String>> packs,
      ClassPath classPath) {
    this.rules = rules;
    this.strategies = strategies;
    this.packs = packs;
    this.classPath = classPath;
    this.types = new KnownTypes(classPath);
    this.matcher = new RuleMatcher(rules);
    this.patternUse = new PatternUse(rules, types);
    this.weaver = new TrialWeaver(types.files(), types);
    this.properties = new PropertyWarnings(types.files());
    this.tasks = new TaskWarnings(types.files());
    this.findings = rules.stream().map(rule -> new RuleFindings(rule.rule())).toList();
  }

  /**
   * @param strategies the strategy of a rule, by the rule's name
   * @param packs the pack that a rule comes from, by the rule's name
   */
  public static CheckResult of(
      List<RulePatterns> rules,
      Function<String, Strategy> strategies,
      Function<String, Optional<String>> packs,
      ClassPath classPath) {
    return new Examination(rules, strategies, packs, classPath).findings();
  }

  private CheckResult findings() {
    ClassScan scan = new ClassScan(classPath);
    scan.forEach(facts -> match(facts, List.of()));
    jdkClasses().forEach(facts -> match(facts, List.of()));
    matchOnBehalf();
    matches.forEach(this::enter);
    PackLibraries libraries = new PackLibraries(classPath, types);
    List<List<MethodPattern>> unused = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      unused.add(unused(rule, libraries));
    }
    List<OfRule> ofRules = explained(unused);
    return new CheckResult(
        classPath.classes().size(), ofRules, libraries.absent(), scan.unreadable());
  }

  private List<MethodPattern> unused(int rule, PackLibraries libraries) {
    List<MethodPattern> unused = patternUse.unused(rule);
    return packs
        .apply(rules.get(rule).rule())
        .map(pack -> libraries.reportable(pack, unused, findings.get(rule).isUsed()))
        .orElse(unused);
  }

  private List<OfRule> explained(List<List<MethodPattern>> unused) {
    List<MethodPattern> all = unused.stream().flatMap(List::stream).toList();
    Diagnosis diagnosis = new Diagnosis(classPath, types, all);
    List<OfRule> ofRules = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      List<String> reasons = diagnosis.of(unused.get(rule), rules.get(rule));
      ofRules.add(findings.get(rule).close(reasons));
    }
    return ofRules;
  }

  private void match(ClassFacts facts, List<Inherited> onBehalf) {
    ClassMatch match = matcher.match(facts, types, onBehalf);
    if (!match.methods().isEmpty() || !match.inherited().isEmpty()) {
      matches.put(facts.name(), match);
      patternUse.record(facts);
    }
  }

  /** JDK classes match only when a pattern names them exactly. */
  private List<ClassFacts> jdkClasses() {
    Map<String, ClassFacts> named = new LinkedHashMap<>();
    for (RulePatterns rule : rules) {
      for (MethodPattern pattern : rule.match()) {
        pattern.exactType().flatMap(this::jdkClass).ifPresent(f -> named.put(f.name(), f));
      }
    }
    return new ArrayList<>(named.values());
  }

  private Optional<ClassFacts> jdkClass(String name) {
    return types.findAsWritten(name).filter(facts -> types.isOfJdk(facts.name()));
  }

  /**
   * Matches inherited methods: a rule may name a class that only inherits a method, which is woven
   * where it is declared.
   */
  private void matchOnBehalf() {
    Map<String, List<Inherited>> requests = new LinkedHashMap<>();
    for (ClassMatch match : List.copyOf(matches.values())) {
      for (Inherited request : match.inherited()) {
        requests.computeIfAbsent(request.declaringClass(), none -> new ArrayList<>()).add(request);
      }
    }
    requests.forEach(
        (declaring, requested) ->
            types.find(declaring).ifPresent(facts -> match(facts, requested)));
  }

  private void enter(String className, ClassMatch match) {
    List<MethodMatch> methods = match.methods().stream().filter(MatchedClass::isFinding).toList();
    if (!methods.isEmpty()) {
      MatchedClass.of(className, match, classPath, types, weaver, rule -> rules.get(rule).awaits())
          .ifPresent(type -> methods.forEach(method -> enter(type, method, methods)));
    }
  }

  private void enter(MatchedClass type, MethodMatch method, List<MethodMatch> all) {
    String name = type.nameOf(method.method());
    Optional<String> refusal = type.refusal(method);
    for (Owner owner : method.owners()) {
      RuleFindings ruleFindings = findings.get(owner.rule());
      if (refusal.isEmpty()) {
        Strategy strategy = strategies.apply(rules.get(owner.rule()).rule());
        List<String> warnings =
            new ArrayList<>(
                type.warnings()
                    .of(method.method(), strategy.maxAttempts(), type.wovenBy(owner.rule(), all)));
        warnings.addAll(properties.of(method.method(), strategy));
        warnings.addAll(tasks.of(type.name(), method.method(), strategy));
        ruleFindings.match(new Matched(name, type.origin(), owner.receiver(), warnings));
      } else {
        ruleFindings.refuse(new Refused(name, type.origin(), refusal.get()));
      }
    }
    String first = rules.get(method.owners().get(0).rule()).rule();
    method.shadowed().forEach(rule -> findings.get(rule).take(new Taken(name, first)));
  }
}
