package dev.mulligan.async.stage;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.Invocation;
import dev.mulligan.guard.AsyncExecution;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A call of a method that returns Guava's {@code ListenableFuture}. */
final class ListenableCall extends StageCall {

  private final Listenables library;

  /**
   * @throws IllegalStateException where Guava lacks a needed method
   */
  ListenableCall(AsyncMethod method, Invocation invocation, AsyncExecution call) {
    super(method, invocation, call, new CompletableFuture<>());
    this.library = Listenables.of(invocation.owner());
  }

  @Override
  boolean isReturnable() {
    return true;
  }

  @Override
  CompletionStage<?> asStage(Object returned) {
    return library.asStage(returned);
  }

  @Override
  Object asReturned() {
    return library.asListenable(promised());
  }
}
