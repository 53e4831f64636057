package dev.mulligan.weave;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.FallbackMethod;
import dev.mulligan.async.Form;
import dev.mulligan.guard.GuardCatalog;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.guard.Guards;
import dev.mulligan.guard.MethodFallback;
import dev.mulligan.guard.TimeoutForm;
import dev.mulligan.guard.settings.Fallback;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.match.FallbackValues;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.inspect.Lookups;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.rules.Rule;
import dev.mulligan.transaction.TransactionWatch;
import dev.mulligan.weave.guarded.WovenAsyncGuard;
import dev.mulligan.weave.guarded.WovenGuard;
import dev.mulligan.weave.guarded.WovenSourceGuard;
import dev.mulligan.weave.guarded.WovenSuspension;
import dev.mulligan.weave.method.LazyAsyncMethod;
import dev.mulligan.weave.method.Nesting;
import dev.mulligan.weave.method.WovenMethod;
import dev.mulligan.weave.rewrite.Entrance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds the guards of rules to methods. */
final class Guarding {

  private final GuardCatalog catalog;
  private final RetryEngine engine;
  private final Nesting nesting;
  private final TransactionWatch transactions;

  private final Lookups lookups;

  Guarding(
      GuardCatalog catalog,
      RetryEngine engine,
      Nesting nesting,
      TransactionWatch transactions,
      Lookups lookups) {
    this.lookups = lookups;
    this.catalog = catalog;
    this.engine = engine;
    this.nesting = nesting;
    this.transactions = transactions;
  }

  void follow(List<Rule> rules) {
    Map<String, GuardSettings> settings = new HashMap<>();
    for (Rule rule : rules) {
      if (!rule.guardsAtWork().isEmpty()) {
        settings.put(rule.name(), rule.guardsAtWork());
      }
    }
    catalog.follow(settings);
  }

  /**
   * The guards at a method's entry; empty where the rule has no guards and no max-duration.
   *
   * @param judgesResults whether the rule has conditions on this method's results
   */
  Optional<Entrance> of(Rule rule, WovenMethod method, Operation operation, boolean judgesResults) {
    GuardSettings settings = rule.guardsAtWork();
    Optional<Guards> guards = settings.isEmpty() ? timing(rule, method) : catalog.of(rule.name());
    if (guards.isEmpty()) {
      return Optional.empty();
    }
    boolean judged = judgesResults && (method.form().isEmpty() || method.form().get().hasValue());
    GuardedOperation guarded =
        new GuardedOperation(
            catalog,
            guards.get(),
            operation,
            rule.strategy(),
            judged,
            settings.timeout(),
            timeoutForm(method),
            substitute(settings.fallback(), method.facts()));
    return Optional.of(
        method.form().isEmpty()
            ? new WovenGuard(guarded, engine, nesting, transactions, method)
            : asyncEntrance(guarded, rule, method, method.form().get()));
  }

  private Entrance asyncEntrance(
      GuardedOperation guarded, Rule rule, WovenMethod method, Form form) {
    String name =
        rule.guardsAtWork().fallback() instanceof Fallback.Method
            ? method.fallback().orElse(null)
            : null;
    boolean returnsNothing = method.facts().element().equals("kotlin.Unit");
    AsyncMethod async =
        new AsyncMethod(
            method.id(), form, guarded, new FallbackMethod(name, lookups), returnsNothing);
    if (form.isSubscribedTo()) {
      return new WovenSourceGuard(async, nesting, transactions, method);
    }
    return form == Form.SUSPEND
        ? WovenSuspension.guards(async)
        : new WovenAsyncGuard(async, nesting, transactions, method);
  }

  /**
   * The asynchronous method without guards; null for a synchronous method.
   *
   * @param judgesResults whether the rule has conditions on this method's results
   */
  @Nullable LazyAsyncMethod unguarded(
      Rule rule, WovenMethod method, Operation operation, boolean judgesResults) {
    if (method.form().isEmpty()) {
      return null;
    }
    Form form = method.form().get();
    return new LazyAsyncMethod(
        method, form, engine, operation, rule.strategy(), judgesResults && form.hasValue());
  }

  /** A future may fail with any exception. */
  private static TimeoutForm timeoutForm(WovenMethod method) {
    return method.form().isPresent()
        ? TimeoutForm.TIMEOUT
        : TimeoutForm.of(method.facts().exceptions());
  }

  /** Guards that only record the call's start, from which a max-duration counts. */
  private Optional<Guards> timing(Rule rule, WovenMethod method) {
    return rule.timesCalls() && method.form().isEmpty()
        ? Optional.of(Guards.none())
        : Optional.empty();
  }

  private static MethodFallback substitute(Fallback fallback, MethodFacts method) {
    if (fallback instanceof Fallback.Value value) {
      return new MethodFallback.Value(FallbackValues.resultOf(method, value.literal()));
    }
    return fallback instanceof Fallback.Method
        ? new MethodFallback.Method()
        : new MethodFallback.None();
  }
}
