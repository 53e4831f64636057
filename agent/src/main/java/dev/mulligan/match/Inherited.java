package dev.mulligan.match;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.pattern.Owner;

/**
 * A method that a rule reaches by naming a class that inherits it: to be woven where it is
 * declared, and retried for the named class only.
 *
 * @param declaringClass where the method stands
 * @param method as declared there
 */
public record Inherited(String declaringClass, MethodFacts method, Owner owner) {

  /** Whether both ask for the same. */
  public boolean isSameAs(Inherited other) {
    return declaringClass.equals(other.declaringClass)
        && method.isSameAs(other.method)
        && owner.rule() == other.owner.rule()
        && owner.receiver().equals(other.owner.receiver());
  }
}
