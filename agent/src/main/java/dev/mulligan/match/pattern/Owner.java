package dev.mulligan.match.pattern;

import java.util.Optional;

/**
 * A rule that retries a method.
 *
 * @param rule index in the order of the rule file
 * @param receiver when present only calls on this class and its subclasses are meant: the rule's
 *     pattern names a class that inherits the method
 */
public record Owner(int rule, Optional<String> receiver) {}
