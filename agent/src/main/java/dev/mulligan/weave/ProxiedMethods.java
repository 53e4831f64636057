package dev.mulligan.weave;

import dev.mulligan.match.Supertypes;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
import dev.mulligan.rules.Mode;
import dev.mulligan.rules.Rule;
import dev.mulligan.weave.WovenClasses.WovenClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which methods of a JDK proxy to weave: those of interfaces that only a proxy implements,
 * such as Feign clients, MyBatis mappers and Spring Data repositories. Other proxies delegate to a
 * class that is woven itself; weaving them too would multiply the attempts.
 */
final class ProxiedMethods {

  private static final Optional<String> PROXY = Optional.of("java.lang.reflect.Proxy");
  private static final int ANNOTATION = 0x2000; // JVMS 4.1

  private final WovenClasses woven;
  private final ClassFacts proxy;
  private final TypeSource types;

  ProxiedMethods(WovenClasses woven, ClassFacts proxy, TypeSource types) {
    this.woven = woven;
    this.proxy = proxy;
    this.types = types;
  }

  static boolean isProxy(ClassFacts facts) {
    return facts.superclass().equals(PROXY);
  }

  /**
   * The interface through which a rule matches a method of the proxy; empty where the method is not
   * to be woven.
   */
  Optional<String> owner(Rule rule, MethodFacts method) {
    return rule.mode() == Mode.OFF
        ? Optional.empty()
        : matchedInterface(rule, method).filter(name -> !isWovenElsewhere(name, method));
  }

  private boolean isWovenElsewhere(String owner, MethodFacts method) {
    return woven.all().stream()
        .filter(type -> !type.facts().name().equals(proxy.name()) && has(type, method))
        .anyMatch(type -> isA(type.facts(), owner));
  }

  private static boolean has(WovenClass type, MethodFacts method) {
    return type.methods().stream()
        .anyMatch(
            advised ->
                advised.facts().name().equals(method.name())
                    && advised.facts().descriptors().contains(method.descriptor()));
  }

  private boolean isA(ClassFacts type, String name) {
    return type.name().equals(name)
        || Supertypes.of(type, types).stream().anyMatch(above -> above.name().equals(name));
  }

  /**
   * The proxy's interface that has the method and that the rule names, itself or by a
   * superinterface. Frameworks add interfaces of their own to their proxies.
   */
  private Optional<String> matchedInterface(Rule rule, MethodFacts method) {
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
