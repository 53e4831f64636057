package dev.mulligan.weave;

import dev.mulligan.async.Form;
import dev.mulligan.match.MethodFacts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A woven method and what stands behind its id. The bindings are swapped when the rule file
 * changes, while calls run.
 */
final class WovenMethod {

  private final int id;
  private final String className;
  private final MethodFacts facts;
  private final Optional<Form> form;
  private volatile List<Binding> bindings = List.of();
  private volatile boolean mayReachItself = true;

  /**
   * @param form empty: what it returns is its result
   */
  WovenMethod(int id, String className, MethodFacts facts, Optional<Form> form) {
    this.id = id;
    this.className = className;
    this.facts = facts;
    this.form = form;
  }

  int id() {
    return id;
  }

  String className() {
    return className;
  }

  MethodFacts facts() {
    return facts;
  }

  Optional<Form> form() {
    return form;
  }

  /** In the order of the rules; the first that means a call's receiver retries it. */
  List<Binding> bindings() {
    return bindings;
  }

  /** The rule that means a call on this receiver. */
  @Nullable Binding bindingFor(@Nullable Object self) {
    List<Binding> all = bindings;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).means(self)) {
        return all.get(i);
      }
    }
    return null;
  }

  void bind(List<Binding> newBindings) {
    bindings = List.copyOf(newBindings);
  }

  /** Whether a call of it may stand inside another; until the class file was read it may. */
  boolean mayReachItself() {
    return mayReachItself;
  }

  void reachesItself(boolean may) {
    mayReachItself = may;
  }

  boolean isMethod(String otherClass, String name, String descriptor) {
    return facts.name().equals(name)
        && facts.descriptor().equals(descriptor)
        && className.equals(otherClass);
  }
}
