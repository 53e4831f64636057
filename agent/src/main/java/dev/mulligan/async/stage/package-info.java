/**
 * Methods that return a {@code CompletionStage} or Guava's {@code ListenableFuture}: the caller
 * gets a future that completes when the retrying has ended. Uses {@code async} and the guards of
 * the runtime.
 */
@NullMarked
package dev.mulligan.async.stage;

import org.jspecify.annotations.NullMarked;
