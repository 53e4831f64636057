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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import org.jspecify.annotations.Nullable;

/** Weaves the matched methods of one class and records them in the tables. */
final class ClassWeaver {

  /** JVMS 4.4.8: class files may contain a method handle since Java 7. */
  private static final int WITH_METHOD_HANDLES = 51;

  private static final String ASYNC_OUTSIDE_TRANSACTION =
      "it is asynchronous, and the agent cannot tell which transaction its failure belongs to:"
          + " remove 'transaction: outside', or match a method that waits for the result";

  private final MethodTable table;
  private final WovenClasses woven;
  private final RefusedMethods findings;
  private final ApiVisibility api;
  private final Lookups lookups;
  private final Guarding guarding;
  private @Nullable IgnoredTypes ignored;
  private @Nullable Weaver weaver;

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
      Rule rule = plan.rule(match.owners().get(0).rule());
      Optional<String> owner =
          isProxy
              ? new ProxiedMethods(woven, facts, types).owner(rule, match.method())
              : Optional.of(facts.name());
      if (owner.isEmpty()) {
        continue;
      }
      ReturnKind returned = ReturnKind.of(match.method(), types, rule.awaits());
      Optional<String> refusal = refusal(match, rule, returned);
      if (refusal.isPresent()) {
        refuse(owner.get(), match, rule, refusal.get());
        continue;
      }
      WovenMethod method = table.enter(loader, facts.name(), match.method(), returned.form());
      method.showAs(owner.get());
      method.bind(Bindings.of(plan, guarding, method, match.owners(), lookups));
      if (method.judgesResults()) {
        table.judgeResults();
      }
      if (!method.bindings().isEmpty()) {
        methods.add(
            new Advised(
                method.id(),
                match.method(),
                kindOf(method),
                contextOf(method, loader),
                fallback(plan, facts, match),
                argumentsOf(method)));
      }
    }
    return methods;
  }

  private static Optional<String> refusal(MethodMatch match, Rule rule, ReturnKind returned) {
    if (match.refusal().isPresent()) {
      return match.refusal();
    }
    if (returned.refusal().isPresent()) {
      return returned.refusal();
    }
    return rule.outsideTransaction() && returned.form().isPresent()
        ? Optional.of(ASYNC_OUTSIDE_TRANSACTION)
        : Optional.empty();
  }

  /**
   * @return null when there is nothing to rewrite
   */
  byte @Nullable [] weave(
      @Nullable ClassLoader loader, ClassFacts facts, List<Advised> all, byte[] classFile) {
    List<Advised> methods =
        majorVersion(classFile) < WITH_METHOD_HANDLES ? withoutAsync(facts, all) : all;
    if (methods.isEmpty()) {
      return null;
    }
    try {
      byte[] result =
          weaver()
              .weave(facts.name(), classFile, methods, ClassFileLocator.ForClassLoader.of(loader));
      recordSelfCalls(facts, methods, classFile);
      woven.add(loader, new WovenClass(facts, methods));
      return result;
    } catch (MethodTooLargeException tooLarge) {
      return weave(loader, facts, without(tooLarge, facts, methods), classFile);
    }
  }

  private static int majorVersion(byte[] classFile) {
    return (classFile[6] & 0xff) << 8 | (classFile[7] & 0xff);
  }

  private List<Advised> withoutAsync(ClassFacts facts, List<Advised> methods) {
    List<Advised> rest = new ArrayList<>();
    for (Advised method : methods) {
      if (method.isAsync()) {
        refuse(facts, method, "its class was compiled for a Java version before 7: recompile it");
      } else {
        rest.add(method);
      }
    }
    return rest;
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

  /** Whether the woven code passes the arguments; asynchronous methods pass theirs in any case. */
  private static Arguments argumentsOf(WovenMethod method) {
    for (Binding binding : method.bindings()) {
      if (binding.needsArguments(method.facts()) && !method.isAsync()) {
        return Arguments.WANTED;
      }
    }
    return Arguments.OMITTED;
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

  private List<Advised> without(
      MethodTooLargeException tooLarge, ClassFacts facts, List<Advised> methods) {
    List<Advised> rest = new ArrayList<>();
    for (Advised method : methods) {
      if (method.key().equals(tooLarge.getMethodName() + tooLarge.getDescriptor())) {
        refuseTooLarge(facts, method);
      } else {
        rest.add(method);
      }
    }
    return rest.size() < methods.size() ? rest : List.of();
  }

  private void refuseTooLarge(ClassFacts facts, Advised method) {
    refuse(
        facts,
        method,
        "the woven method would exceed the JVM's limit of 64 KB: match a method that calls it");
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

  private synchronized Weaver weaver() {
    if (weaver == null) {
      weaver = Weaver.create();
    }
    return weaver;
  }
}
