package dev.mulligan.weave;

import dev.mulligan.match.ClassFacts;
import dev.mulligan.match.MethodFacts;
import dev.mulligan.match.MethodMatch;
import dev.mulligan.match.Supertypes;
import dev.mulligan.match.TypeSource;
import dev.mulligan.rules.Mode;
import dev.mulligan.rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Methods of interfaces that nothing but a proxy of the JDK implements. Proxies are not woven: most
 * stand for a class that is. Where there is no such class, as with the clients of Feign, MyBatis
 * and Spring Data, the rule would do nothing without a word.
 */
final class ProxiedMethods {

  private static final Optional<String> PROXY = Optional.of("java.lang.reflect.Proxy");
  private static final int ANNOTATION = 0x2000; // JVMS 4.1

  private final MethodTable table;
  private final Findings findings;

  ProxiedMethods(MethodTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  static boolean isProxy(ClassFacts facts) {
    return facts.superclass().equals(PROXY);
  }

  /** Says so once for each rule and interface, and {@code status} shows it. */
  void notice(Plan plan, ClassFacts proxy, List<MethodMatch> matches, TypeSource types) {
    Set<String> told = new HashSet<>();
    for (MethodMatch match : matches) {
      Rule rule = plan.rule(match.owners().get(0).rule());
      Optional<String> meant = meant(rule, proxy, match.method(), types);
      if (rule.mode() != Mode.OFF
          && meant.isPresent()
          && !isWovenElsewhere(match.method(), rule)
          && told.add(rule.name() + " " + meant.get())) {
        findings.refuse(
            rule.name(),
            meant.get() + "." + match.method().signature(),
            "only a proxy made at run time implements it (Feign, MyBatis, Spring Data and others"
                + " make such), and proxies are not woven: match the method that calls it");
      }
    }
  }

  private boolean isWovenElsewhere(MethodFacts method, Rule rule) {
    return table.all().stream()
        .anyMatch(
            woven ->
                woven.facts().name().equals(method.name())
                    && woven.facts().descriptor().equals(method.descriptor())
                    && woven.bindings().stream()
                        .anyMatch(bound -> bound.operation().rule().equals(rule.name())));
  }

  /**
   * The proxy's interface that has the method and that the rule speaks of, itself or by one above
   * it. Frameworks give their proxies interfaces of their own besides.
   */
  private static Optional<String> meant(
      Rule rule, ClassFacts proxy, MethodFacts method, TypeSource types) {
    for (String name : proxy.interfaces()) {
      List<ClassFacts> family = new ArrayList<>(types.find(name).stream().toList());
      family.addAll(family.isEmpty() ? List.of() : Supertypes.of(family.get(0), types));
      if (family.stream().anyMatch(type -> isNamed(type, rule))
          && family.stream().anyMatch(type -> declares(type, method))) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(ClassFacts type, Rule rule) {
    return (type.access() & ANNOTATION) == 0
        && rule.match().stream().anyMatch(pattern -> pattern.namesType(type.name()));
  }

  private static boolean declares(ClassFacts type, MethodFacts method) {
    return type.methods().stream()
        .anyMatch(
            own ->
                own.name().equals(method.name()) && own.descriptor().equals(method.descriptor()));
  }
}
