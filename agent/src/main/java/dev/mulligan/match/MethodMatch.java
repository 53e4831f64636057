package dev.mulligan.match;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.pattern.Owner;
import java.util.List;
import java.util.Optional;

/**
 * A method that at least one rule matches.
 *
 * @param owners the rules that own it; the first one that covers a call's receiver retries the call
 * @param shadowed indexes of the rules that match too but come later
 * @param refusal why the agent cannot weave it, if so
 */
public record MethodMatch(
    MethodFacts method, List<Owner> owners, List<Integer> shadowed, Optional<String> refusal) {}
