package dev.mulligan.weave;

import dev.mulligan.match.MethodFacts;
import dev.mulligan.match.Owner;
import dev.mulligan.retry.Operation;
import dev.mulligan.rules.Mode;
import dev.mulligan.rules.Rule;
import dev.mulligan.weave.Binding.Results;
import java.util.ArrayList;
import java.util.List;

/** Makes what stands behind a method's id out of the rules that own the method. */
final class Bindings {

  private Bindings() {}

  static List<Binding> of(Plan plan, String className, MethodFacts method, List<Owner> owners) {
    List<Binding> bindings = new ArrayList<>();
    for (Owner owner : owners) {
      Rule rule = plan.rule(owner.rule());
      if (rule.mode() != Mode.OFF) {
        bindings.add(
            new Binding(
                new Operation(
                    className.replace('$', '.') + "." + method.name(),
                    rule.name(),
                    rule.mode() == Mode.OBSERVE ? Operation.Mode.OBSERVE : Operation.Mode.RETRY),
                rule.strategy(),
                owner.receiver(),
                judges(rule, method) ? Results.JUDGED : Results.TRUSTED));
      }
    }
    return bindings;
  }

  private static boolean judges(Rule rule, MethodFacts method) {
    return !rule.strategy().retryOnResult().isEmpty() && !method.descriptor().endsWith(")V");
  }
}
