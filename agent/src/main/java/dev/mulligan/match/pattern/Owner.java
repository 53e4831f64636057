package dev.mulligan.match.pattern;

import java.util.Optional;

/**
 * A rule that retries a method.
 *
 * @param rule the rule's index in the rule file
 * @param receiver when present, the rule covers only calls on this class and its subclasses: its
 *     pattern names a class that inherits the method
 */
public record Owner(int rule, Optional<String> receiver) {}
