package dev.mulligan.weave.call;

import dev.mulligan.async.Form;
import dev.mulligan.gate.Gate;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.transaction.TransactionWatch;
import dev.mulligan.weave.method.ApiVisibility;
import dev.mulligan.weave.method.Binding;
import dev.mulligan.weave.method.LazyAsyncMethod;
import dev.mulligan.weave.method.MethodIds;
import dev.mulligan.weave.method.MethodTable;
import dev.mulligan.weave.method.Nesting;
import dev.mulligan.weave.method.WovenMethod;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Handles failing calls that no method makes, as woven code would, so that all classes that such
 * calls need are used once. Guards, publishers and coroutines are not among them: woven code uses
 * their classes in calls that succeed, too.
 */
public final class RehearsedCalls {

  private static final long LIMIT_SECONDS = 10;

  private final MethodTable table = new MethodTable(new MethodIds(Optional.empty()));
  private final RetryEngine engine;
  private final RetryGate gate;

  /**
   * @param engine counts nothing of the application
   */
  public RehearsedCalls(RetryEngine engine, ApiVisibility api, TransactionWatch transactions) {
    this.engine = engine;
    this.gate =
        new RetryGate(table, new Nesting(table, engine), engine, api, transactions, () -> {});
  }

  /** Lets a call fail in every attempt. */
  public void fail(Operation operation, Strategy strategy) {
    WovenMethod method = method(operation, "()V", Optional.empty());
    Binding binding = bind(method, operation, strategy, null);
    gate.rehearse(method, binding, failure());
  }

  /** Lets a call fail that returns a future; waits for its last attempt, at most ten seconds. */
  public void failLater(Operation operation, Strategy strategy) {
    WovenMethod method =
        method(operation, "()Ljava/util/concurrent/CompletionStage;", Optional.of(Form.STAGE));
    LazyAsyncMethod async =
        new LazyAsyncMethod(method, Form.STAGE, engine, operation, strategy, false);
    Binding binding = bind(method, operation, strategy, async);
    CompletableFuture<Object> failed = CompletableFuture.failedFuture(failure());
    MethodHandle again = MethodHandles.constant(CompletionStage.class, failed);
    Object promised =
        Gate.instead(
            gate.rehearseEnded(method, binding),
            CompletionStage.class,
            null,
            failed,
            again,
            new Object[0]);
    if (promised instanceof CompletableFuture<?> future) {
      await(future);
    }
  }

  private static void await(CompletableFuture<?> future) {
    try {
      Object unused = future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException expected) {
      // The strategy may wait for longer.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private WovenMethod method(Operation operation, String descriptor, Optional<Form> form) {
    MethodFacts facts =
        new MethodFacts(operation.name(), 0, List.of(descriptor), List.of(), List.of());
    return table.enter(null, getClass().getName(), facts, form);
  }

  private static Binding bind(
      WovenMethod method, Operation operation, Strategy strategy, @Nullable LazyAsyncMethod async) {
    Binding binding =
        new Binding(operation, strategy, Optional.empty(), null, Optional.empty(), async, false);
    method.bind(List.of(binding));
    return binding;
  }

  private static IOException failure() {
    return new IOException("rehearsal", new IOException("cause"));
  }
}
