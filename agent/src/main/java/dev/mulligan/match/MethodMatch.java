package dev.mulligan.match;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.pattern.Owner;
import java.util.List;
import java.util.Optional;

/**
 * A method that at least one rule matches.
 *
 * @param owners the first of them that means a call's receiver retries it
 * @param shadowed rules, by index, that match too but come too late
 * @param refusal why it can't be woven, if so
 */
public record MethodMatch(
    MethodFacts method, List<Owner> owners, List<Integer> shadowed, Optional<String> refusal) {}
