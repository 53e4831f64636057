package dev.mulligan.weave;

import dev.mulligan.match.OneShotTypes;
import dev.mulligan.match.facts.TypeNames;
import dev.mulligan.match.pattern.Owner;
import dev.mulligan.retry.inspect.Lookups;
import dev.mulligan.retry.judge.ResultJudge;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Operation.Replay;
import dev.mulligan.retry.strategy.Site;
import dev.mulligan.rules.Mode;
import dev.mulligan.rules.Rule;
import dev.mulligan.weave.method.Binding;
import dev.mulligan.weave.method.WovenMethod;
import dev.mulligan.weave.rewrite.ReturnedValues;
import dev.mulligan.weave.scan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the bindings of a woven method from the rules that own it. */
final class Bindings {

  private Bindings() {}

  static List<Binding> of(
      Plan plan, Guarding guarding, WovenMethod method, List<Owner> owners, Lookups lookups) {
    List<Binding> bindings = new ArrayList<>();
    for (Owner owner : owners) {
      Rule rule = plan.rule(owner.rule());
      if (rule.mode() != Mode.OFF) {
        Operation operation =
            new Operation(
                TypeNames.nestedWithDots(method.shownOwner()) + "." + method.facts().name(),
                rule.name(),
                rule.mode() == Mode.OBSERVE ? Operation.Mode.OBSERVE : Operation.Mode.RETRY,
                site(method),
                replay(rule, method));
        ResultJudge judge = judge(rule, method, lookups);
        bindings.add(
            new Binding(
                operation,
                rule.strategy(),
                owner.receiver(),
                judge,
                guarding.of(rule, method, operation, judge != null),
                guarding.unguarded(rule, method, operation, judge != null),
                rule.outsideTransaction()));
      }
    }
    return bindings;
  }

  private static Replay replay(Rule rule, WovenMethod method) {
    return !rule.allowsReplay()
            && rule.strategy().maxAttempts() > 1
            && OneShotTypes.mayHold(method.facts())
        ? Replay.UNKNOWN
        : Replay.SAFE;
  }

  private static Site site(WovenMethod method) {
    String signature = method.facts().signature();
    return new Site(method.id(), signature.substring(method.facts().name().length()));
  }

  private static @Nullable ResultJudge judge(Rule rule, WovenMethod method, Lookups lookups) {
    if (rule.strategy().retryOnResult().isEmpty() || hasNoResult(method)) {
      return null;
    }
    ResultJudge judge = new ResultJudge(rule.strategy().retryOnResult(), lookups);
    return ReturnedValues.of(method.facts().descriptor()).mayFit(judge) ? judge : null;
  }

  /**
   * Whether the method has no result to judge. The null of {@code Void} and of {@code
   * CompletableFuture<Void>} is not a result: it only means success, as the end of a {@code void}
   * method does.
   */
  private static boolean hasNoResult(WovenMethod method) {
    return method.facts().descriptor().endsWith(")Ljava/lang/Void;")
        || (method.form().isPresent() && method.facts().element().equals("java.lang.Void"));
  }
}
