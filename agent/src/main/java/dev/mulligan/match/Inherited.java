package dev.mulligan.match;

/**
 * A method that a rule reaches by naming a class that inherits it: to be woven where it is
 * declared, and retried for the named class only.
 *
 * @param declaringClass where the method stands
 * @param method as declared there
 */
public record Inherited(String declaringClass, MethodFacts method, Owner owner) {}
