package dev.mulligan.weave;

import dev.mulligan.async.ReturnKind;
import dev.mulligan.match.MethodMatch;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.weave.scan.CoreClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which matched methods the agent must not weave, from the rule, the class and the method's
 * signature. What only the bytecode shows is found by {@link PartialWeaver}.
 */
final class Refusals {

  private static final String ASYNC_OUTSIDE_TRANSACTION =
      "it is asynchronous, and the agent cannot tell which transaction its failure belongs to:"
          + " remove 'transaction: outside', or match a method that waits for the result";

  private static final String CORE =
      "its class is used by the agent itself, by the start of the JVM or by the loading of"
          + " classes, and there the agent retries only what a method throws: ";

  private static final String CALLER = "match a method that calls it";

  private @Nullable CoreClasses core;

  /**
   * @param rule the first rule that owns the method
   * @return the reason and what to do
   */
  Optional<String> of(ClassFacts type, MethodMatch match, RulePatterns rule, ReturnKind returned) {
    if (match.refusal().isPresent()) {
      return match.refusal();
    }
    if (returned.refusal().isPresent()) {
      return returned.refusal();
    }
    if (rule.outsideTransaction() && returned.form().isPresent()) {
      return Optional.of(ASYNC_OUTSIDE_TRANSACTION);
    }
    return isCore(type) ? ofCore(match.method(), rule, returned) : Optional.empty();
  }

  /** Whether woven code in this class must not call the agent for a call that succeeds. */
  boolean isCore(ClassFacts type) {
    return type.isJdk() && core().contains(type.name());
  }

  private static Optional<String> ofCore(
      MethodFacts method, RulePatterns rule, ReturnKind returned) {
    if (returned.form().isPresent()) {
      return Optional.of(CORE + "it returns a future, so " + CALLER);
    }
    List<String> keys = new ArrayList<>(rule.keysOnSuccess());
    if (method.descriptor().endsWith(")V")) {
      keys.remove(RulePatterns.RETRY_ON_RESULT); // has no effect there
    }
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(CORE + "remove " + enumerated(keys) + " from the rule, or " + CALLER);
  }

  private static String enumerated(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private synchronized CoreClasses core() {
    CoreClasses known = core;
    if (known == null) {
      known = CoreClasses.read();
      core = known;
    }
    return known;
  }
}
