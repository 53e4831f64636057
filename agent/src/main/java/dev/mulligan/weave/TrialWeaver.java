package dev.mulligan.weave;

import dev.mulligan.async.Form;
import dev.mulligan.async.ReturnKind;
import dev.mulligan.match.MethodMatch;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
import dev.mulligan.weave.rewrite.Advised;
import dev.mulligan.weave.rewrite.Advised.Kind;
import dev.mulligan.weave.rewrite.ReturnedValues;
import dev.mulligan.weave.rewrite.Weaver;
import dev.mulligan.weave.scan.IgnoredTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.dynamic.ClassFileLocator;

/** Weaves classes on trial, without running them, to find refusals in advance. */
public final class TrialWeaver {

  private static final String IGNORED =
      "its class is generated or belongs to another agent; such classes are never woven";

  private final IgnoredTypes ignored = IgnoredTypes.read();
  private final Refusals refusals = new Refusals();
  private final Weaver weaver = Weaver.create();
  private final List<RulePatterns> rules;
  private final ClassFileLocator files;
  private final TypeSource types;

  /**
   * @param rules those that the matches refer to
   * @param files finds the class files of other types
   * @param types finds the facts of other types
   */
  public TrialWeaver(List<RulePatterns> rules, ClassFileLocator files, TypeSource types) {
    this.rules = rules;
    this.files = files;
    this.types = types;
  }

  /**
   * @param matches the matched methods of the class
   * @return the methods that would not be woven, with the reason
   */
  public Map<MethodFacts, String> refused(
      ClassFacts type, byte[] classFile, List<MethodMatch> matches) {
    Map<MethodFacts, String> refused = new HashMap<>();
    List<Advised> rest = new ArrayList<>();
    for (MethodMatch match : matches) {
      MethodFacts method = match.method();
      Optional<String> reason = reason(type, match);
      if (reason.isPresent()) {
        refused.put(method, reason.get());
      } else {
        rest.add(new Advised(0, method, kindOf(method, rule(match))));
      }
    }
    PartialWeaver partial = new PartialWeaver(weaver, type.name(), classFile, files);
    partial.weave(rest);
    partial.refused().forEach((method, why) -> refused.put(method.facts(), why));
    return refused;
  }

  private Optional<String> reason(ClassFacts type, MethodMatch match) {
    return ignored.contains(type.name())
        ? Optional.of(IGNORED)
        : refusals.of(type, match, rule(match), kind(match.method(), rule(match)));
  }

  private ReturnKind kind(MethodFacts method, RulePatterns rule) {
    return ReturnKind.of(method, types, rule.awaits());
  }

  private RulePatterns rule(MethodMatch match) {
    return rules.get(match.owners().get(0).rule());
  }

  /** The kind of advice that the rule's keys lead to, as far as they tell. */
  private Kind kindOf(MethodFacts method, RulePatterns rule) {
    Optional<Form> form = kind(method, rule).form();
    if (form.isPresent()) {
      Kind async = rule.guards().isEmpty() ? Kind.ASYNC : Kind.ASYNC_GUARDED;
      return form.get() == Form.SUSPEND ? Kind.SUSPEND : async;
    }
    boolean judged = rule.keysOnSuccess().contains(RulePatterns.RETRY_ON_RESULT);
    if (rule.keysOnSuccess().size() > (judged ? 1 : 0)) {
      return judged ? Kind.GUARDED_RESULT : Kind.GUARDED;
    }
    return judged && !method.descriptor().endsWith(")V")
        ? ReturnedValues.of(method.descriptor()).kind(false)
        : Kind.THROWN;
  }
}
