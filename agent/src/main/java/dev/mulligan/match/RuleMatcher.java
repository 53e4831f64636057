package dev.mulligan.match;

import dev.mulligan.guard.settings.Fallback;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.match.pattern.Owner;
import dev.mulligan.match.pattern.TypePattern;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides which rules own which methods of a class. */
public final class RuleMatcher {

  private final List<RulePatterns> rules;

  public RuleMatcher(List<RulePatterns> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * @param onBehalf the {@link ClassMatch#inherited} methods of subclasses of this class
   */
  public ClassMatch match(ClassFacts type, TypeSource types, List<Inherited> onBehalf) {
    Candidate candidate = new Candidate(type, types);
    List<MethodMatch> methods = new ArrayList<>();
    for (MethodFacts method : type.methods()) {
      matchMethod(candidate, method, onBehalf).ifPresent(methods::add);
    }
    return new ClassMatch(methods, candidate.inherited(rules));
  }

  private Optional<MethodMatch> matchMethod(
      Candidate candidate, MethodFacts method, List<Inherited> onBehalf) {
    List<Owner> owners = new ArrayList<>();
    List<Integer> shadowed = new ArrayList<>();
    boolean taken = false;
    for (int rule = 0; rule < rules.size(); rule++) {
      for (Owner owner : ownersByRule(candidate, method, onBehalf, rule)) {
        if (taken) {
          shadowed.add(rule);
          break;
        }
        owners.add(owner);
        taken = owner.receiver().isEmpty();
      }
    }
    return owners.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MethodMatch(
                method,
                owners,
                shadowed,
                refusal(candidate, method, rules.get(owners.get(0).rule()))
                    .or(() -> guardRefusal(candidate, method, owners))));
  }

  private List<Owner> ownersByRule(
      Candidate candidate, MethodFacts method, List<Inherited> onBehalf, int rule) {
    if (candidate.isMatchedBy(rules.get(rule), method)) {
      return List.of(new Owner(rule, Optional.empty()));
    }
    List<Owner> owners = new ArrayList<>();
    for (Inherited inherited : onBehalf) {
      if (inherited.owner().rule() == rule
          && inherited.declaringClass().equals(candidate.type.name())
          && inherited.method().isSameAs(method)) {
        owners.add(inherited.owner());
      }
    }
    return owners;
  }

  private static Optional<String> refusal(
      Candidate candidate, MethodFacts method, RulePatterns rule) {
    if (Modifier.isAbstract(method.access())) {
      return Optional.of("it is abstract: the agent weaves its implementations where they match");
    }
    if (Modifier.isNative(method.access())) {
      return Optional.of("it is native: it has no bytecode to weave; match a method that calls it");
    }
    if (Modifier.isSynchronized(method.access()) && !rule.holdsMonitor()) {
      return Optional.of(
          "it is synchronized and would hold its monitor during the back-off: set"
              + " 'synchronized: hold' on rule '"
              + rule.rule()
              + "' to accept that");
    }
    return rule.allowsReplay() ? Optional.empty() : replayRefusal(candidate, method, rule);
  }

  private Optional<String> guardRefusal(
      Candidate candidate, MethodFacts method, List<Owner> owners) {
    Set<String> fallbackMethods = new HashSet<>();
    for (Owner owner : owners) {
      GuardSettings guards = rules.get(owner.rule()).guards();
      Optional<String> refusal = Guardable.refusal(candidate.type, method, guards, candidate.types);
      if (refusal.isPresent()) {
        return refusal;
      }
      if (guards.fallback() instanceof Fallback.Method named) {
        fallbackMethods.add(named.name());
      }
    }
    return fallbackMethods.size() < 2
        ? Optional.empty()
        : Optional.of(
            "several rules match it for different receivers and name different fallback methods;"
                + " a method can have only one");
  }

  private static Optional<String> replayRefusal(
      Candidate candidate, MethodFacts method, RulePatterns rule) {
    List<String> oneShot = OneShotTypes.of(method, candidate.types);
    return oneShot.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "its parameter of type "
                + oneShot.get(0)
                + " can be read only once, and a second attempt may find it consumed: set"
                + " 'replay: allowed' on rule '"
                + rule.rule()
                + "' if every attempt can read it from the start");
  }

  /** A class to match. It looks up its supertypes once, and only when a pattern needs them. */
  private static final class Candidate {
    private final ClassFacts type;
    private final TypeSource types;
    private Optional<List<ClassFacts>> supertypes = Optional.empty();

    Candidate(ClassFacts type, TypeSource types) {
      this.type = type;
      this.types = types;
    }

    boolean isMatchedBy(RulePatterns rule, MethodFacts method) {
      return rule.match().stream().anyMatch(pattern -> isMatchedBy(pattern, method))
          && rule.exclude().stream().noneMatch(pattern -> isMatchedBy(pattern, method));
    }

    private boolean isMatchedBy(MethodPattern pattern, MethodFacts method) {
      if (!pattern.matchesSignature(method)) {
        return false;
      }
      TypePattern declaring = pattern.declaringType();
      if (type.isJdk()) {
        return declaring.matchesExactly(type.name());
      }
      if (declaring.matches(type.name())) {
        return true;
      }
      for (ClassFacts supertype : supertypes()) {
        if (declaring.matches(supertype.name())
            && (declaring.withSubtypes() || implementsMethodOf(supertype, method))) {
          return true;
        }
      }
      return false;
    }

    private boolean implementsMethodOf(ClassFacts supertype, MethodFacts method) {
      return supertype.isInterfaceOrAbstract()
          && (declares(supertype, method)
              || Supertypes.of(supertype, types).stream().anyMatch(up -> declares(up, method)));
    }

    private static boolean declares(ClassFacts type, MethodFacts method) {
      return type.methods().stream().anyMatch(method::overrides);
    }

    private List<ClassFacts> supertypes() {
      if (supertypes.isEmpty()) {
        supertypes = Optional.of(Supertypes.of(type, types));
      }
      return supertypes.get();
    }

    List<Inherited> inherited(List<RulePatterns> rules) {
      List<Inherited> found = new ArrayList<>();
      for (int rule = 0; rule < rules.size(); rule++) {
        for (MethodPattern pattern : rules.get(rule).match()) {
          if (pattern.declaringType().matchesExactly(type.name())) {
            addInherited(pattern, rules.get(rule), rule, found);
          }
        }
      }
      return found;
    }

    private void addInherited(
        MethodPattern pattern, RulePatterns rule, int index, List<Inherited> found) {
      Owner owner = new Owner(index, Optional.of(type.name()));
      List<MethodFacts> overridden = new ArrayList<>(type.methods());
      for (ClassFacts supertype : supertypes()) {
        for (MethodFacts method : supertype.methods()) {
          if (isInheritable(method, supertype)
              && pattern.matchesSignature(method)
              && overridden.stream().noneMatch(below -> below.overrides(method))
              && rule.exclude().stream().noneMatch(exclude -> isMatchedBy(exclude, method))) {
            found.add(new Inherited(supertype.name(), method, owner));
          }
        }
        overridden.addAll(supertype.methods());
      }
    }

    private static boolean isInheritable(MethodFacts method, ClassFacts declaring) {
      int access = method.access();
      return !Modifier.isPrivate(access)
          && !Modifier.isStatic(access)
          && !Modifier.isAbstract(access)
          && !declaring.isJdk();
    }
  }
}
