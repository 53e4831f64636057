package dev.mulligan.match;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.pattern.Owner;

/**
 * A method that a rule matches by naming a class that inherits it. The agent weaves it where it is
 * declared and retries it only for the named class.
 *
 * @param declaringClass the class that declares the method
 * @param method the method as declared there
 */
public record Inherited(String declaringClass, MethodFacts method, Owner owner) {

  /** Whether both describe the same method and owner. */
  public boolean isSameAs(Inherited other) {
    return declaringClass.equals(other.declaringClass)
        && method.isSameAs(other.method)
        && owner.rule() == other.owner.rule()
        && owner.receiver().equals(other.owner.receiver());
  }
}
