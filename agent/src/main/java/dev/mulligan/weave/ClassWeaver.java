package dev.mulligan.weave;

import dev.mulligan.async.Form;
import dev.mulligan.async.ReturnKind;
import dev.mulligan.guard.settings.Fallback;
import dev.mulligan.match.Fallbacks;
import dev.mulligan.match.MethodMatch;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
import dev.mulligan.match.pattern.Owner;
import dev.mulligan.retry.inspect.Lookups;
import dev.mulligan.retry.judge.ResultJudge;
import dev.mulligan.rules.Rule;
import dev.mulligan.weave.WovenClasses.WovenClass;
import dev.mulligan.weave.method.ApiVisibility;
import dev.mulligan.weave.method.Binding;
import dev.mulligan.weave.method.MethodTable;
import dev.mulligan.weave.method.WovenMethod;
import dev.mulligan.weave.rewrite.Advised;
import dev.mulligan.weave.rewrite.Advised.Arguments;
import dev.mulligan.weave.rewrite.Advised.Context;
import dev.mulligan.weave.rewrite.Advised.Kind;
import dev.mulligan.weave.rewrite.ReturnedValues;
import dev.mulligan.weave.rewrite.Weaver;
import dev.mulligan.weave.scan.IgnoredTypes;
import dev.mulligan.weave.scan.Plan;
import dev.mulligan.weave.scan.SelfCalls;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;

/** Weaves the matched methods of one class and records them in the tables. */
final class ClassWeaver {

  private final MethodTable table;
  private final WovenClasses woven;
  private final RefusedMethods findings;
  private final ApiVisibility api;
  private final Lookups lookups;
  private final Guarding guarding;
  private final Refusals refusals = new Refusals();
  private @Nullable IgnoredTypes ignored;

  /** Those that no thread uses: classes may be loaded in parallel. Guarded by itself. */
  private final Deque<Weaver> weavers = new ArrayDeque<>();

  ClassWeaver(
      MethodTable table,
      WovenClasses woven,
      RefusedMethods findings,
      ApiVisibility api,
      Lookups lookups,
      Guarding guarding) {
    this.table = table;
    this.api = api;
    this.woven = woven;
    this.findings = findings;
    this.lookups = lookups;
    this.guarding = guarding;
  }

  /** Records that the class is loaded or restored without woven code. */
  void leave(@Nullable ClassLoader loader, String className) {
    woven.remove(loader, className);
  }

  /** Determines the methods to rewrite in a class, and binds the rules to them at once. */
  List<Advised> advise(
      Plan plan,
      @Nullable ClassLoader loader,
      ClassFacts facts,
      List<MethodMatch> matches,
      TypeSource types) {
    List<Advised> methods = new ArrayList<>();
    boolean isProxy = ProxiedMethods.isProxy(facts);
    if (matches.isEmpty() || (!isProxy && ignored().contains(facts.name()))) {
      return methods;
    }
    for (MethodMatch match : matches) {
      int first = match.owners().get(0).rule();
      Rule rule = plan.rule(first);
      Optional<String> owner =
          isProxy
              ? new ProxiedMethods(woven, facts, types).owner(rule, match.method())
              : Optional.of(facts.name());
      if (owner.isEmpty()) {
        continue;
      }
      ReturnKind returned = ReturnKind.of(match.method(), types, rule.awaits());
      Optional<String> refusal = refusals.of(facts, match, plan.patterns(first), returned);
      if (refusal.isPresent()) {
        refuse(owner.get(), match, rule, refusal.get());
        continue;
      }
      WovenMethod method = table.enter(loader, facts.name(), match.method(), returned.form());
      method.showAs(owner.get());
      Optional<MethodFacts> fallback = fallback(plan, facts, match);
      fallback.map(MethodFacts::name).ifPresent(method::fallBackTo);
      method.bind(Bindings.of(plan, guarding, method, match.owners(), lookups));
      if (method.judgesResults()) {
        table.judgeResults();
      }
      if (!method.bindings().isEmpty()) {
        boolean core = refusals.isCore(facts);
        methods.add(
            new Advised(
                method.id(),
                match.method(),
                core ? Kind.FAILURE : kindOf(method),
                core ? Context.NOT_QUERYABLE : contextOf(method, loader),
                fallback,
                argumentsOf(method)));
      }
    }
    return methods;
  }

  /**
   * @return null when there is nothing to rewrite
   */
  byte @Nullable [] weave(
      @Nullable ClassLoader loader, ClassFacts facts, List<Advised> all, byte[] classFile) {
    if (all.isEmpty()) {
      return null;
    }
    Weaver weaver = takeWeaver();
    PartialWeaver partial =
        new PartialWeaver(
            weaver, facts.name(), classFile, ClassFileLocator.ForClassLoader.of(loader));
    byte[] result = partial.weave(all);
    giveBack(weaver);
    refuse(facts, all, partial.refused());
    if (result != null) {
      recordSelfCalls(facts, partial.woven(), classFile);
      woven.add(loader, new WovenClass(facts, partial.woven()));
    }
    return result;
  }

  /**
   * Records which methods may call themselves. It skips the JDK's methods, which the agent itself
   * calls too.
   */
  private void recordSelfCalls(ClassFacts facts, List<Advised> methods, byte[] classFile) {
    if (facts.origin() == Origin.JDK) {
      return;
    }
    SelfCalls calls = SelfCalls.in(classFile);
    for (Advised advised : methods) {
      WovenMethod method = table.get(advised.id());
      if (method != null) {
        method.setMayReachItself(
            calls.mayReach(advised.facts().name(), advised.facts().descriptor()));
      }
    }
  }

  /** Records a refusal, but not of an abstract method: the rule means its implementations. */
  private void refuse(String owner, MethodMatch match, Rule rule, String reason) {
    if (!Modifier.isAbstract(match.method().access())) {
      findings.refuse(rule.name(), owner + "." + match.method().signature(), reason);
    }
  }

  private Context contextOf(WovenMethod method, @Nullable ClassLoader loader) {
    Form form = method.form().orElse(null);
    if (form == Form.SUSPEND || !api.isVisibleFrom(loader)) {
      return Context.NOT_QUERYABLE;
    }
    if (form != null && form.isSubscribedTo()) {
      method.makeVisibleToSubscribers();
      return Context.NOT_QUERYABLE;
    }
    return Context.QUERYABLE;
  }

  /** When the woven code passes the arguments; asynchronous methods pass theirs in any case. */
  private static Arguments argumentsOf(WovenMethod method) {
    Arguments most = Arguments.OMITTED;
    if (!method.isAsync()) {
      for (Binding binding : method.bindings()) {
        Arguments needed = binding.needsArguments(method.facts());
        most = needed.compareTo(most) > 0 ? needed : most;
      }
    }
    return most;
  }

  private static Kind kindOf(WovenMethod method) {
    if (method.form().isPresent()) {
      return asyncKindOf(method, method.form().get());
    }
    boolean judged = false;
    boolean nullOnly = true;
    boolean guarded = false;
    for (Binding binding : method.bindings()) {
      ResultJudge judge = binding.judge();
      if (judge != null) {
        judged = true;
        nullOnly &= judge.suspectsNullOnly();
      }
      guarded |= binding.guard().isPresent();
    }
    if (guarded) {
      return judged ? Kind.GUARDED_RESULT : Kind.GUARDED;
    }
    return judged ? ReturnedValues.of(method.facts().descriptor()).kind(nullOnly) : Kind.THROWN;
  }

  private static Kind asyncKindOf(WovenMethod method, Form form) {
    if (form == Form.SUSPEND) {
      return Kind.SUSPEND;
    }
    for (Binding binding : method.bindings()) {
      if (binding.guard().isPresent()) {
        return Kind.ASYNC_GUARDED;
      }
    }
    return Kind.ASYNC;
  }

  /**
   * The fallback method of the rules; all name the same, otherwise the method would have been
   * refused.
   */
  private static Optional<MethodFacts> fallback(Plan plan, ClassFacts facts, MethodMatch match) {
    for (Owner owner : match.owners()) {
      if (plan.rule(owner.rule()).guardsAtWork().fallback() instanceof Fallback.Method named) {
        return Fallbacks.method(facts, match.method(), named.name());
      }
    }
    return Optional.empty();
  }

  private void refuse(
      ClassFacts facts, List<Advised> all, IdentityHashMap<Advised, String> refused) {
    for (Advised method : all) {
      String reason = refused.get(method);
      if (reason != null) {
        refuse(facts, method, reason);
      }
    }
  }

  private void refuse(ClassFacts facts, Advised method, String reason) {
    WovenMethod entry = table.get(method.id());
    String rule = entry == null ? "" : entry.bindings().get(0).operation().rule();
    String owner = entry == null ? facts.name() : entry.shownOwner();
    findings.refuse(rule, owner + "." + method.facts().signature(), reason);
  }

  private synchronized IgnoredTypes ignored() {
    if (ignored == null) {
      ignored = IgnoredTypes.read();
    }
    return ignored;
  }

  private Weaver takeWeaver() {
    synchronized (weavers) {
      Weaver idle = weavers.poll();
      return idle == null ? Weaver.create() : idle;
    }
  }

  /** One that ended by an error is not given back. */
  private void giveBack(Weaver weaver) {
    synchronized (weavers) {
      weavers.push(weaver);
    }
  }
}
