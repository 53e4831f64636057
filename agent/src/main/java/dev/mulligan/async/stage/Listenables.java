package dev.mulligan.async.stage;

import static dev.mulligan.async.Library.call;

import dev.mulligan.async.Library;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** Converts Guava's {@code ListenableFuture} to a stage of the JDK, and back. */
final class Listenables {

  private static final String PACKAGE = "com.google.common.util.concurrent.";
  private static final String SETTABLE = PACKAGE + "SettableFuture";
  private static final Executor AT_ONCE = Runnable::run;

  private static final int ADD_LISTENER = 0;
  private static final int CREATE = 1;
  private static final int SET = 2;
  private static final int SET_EXCEPTION = 3;

  /** Holds no agent object: an application class would keep it alive after a detach. */
  private static final ClassValue<MethodHandle[]> HANDLES =
      new ClassValue<>() {
        @Override
        protected MethodHandle[] computeValue(Class<?> owner) {
          Library library = new Library(owner);
          return new MethodHandle[] {
            library.need(
                PACKAGE + "ListenableFuture",
                "addListener",
                "java.lang.Runnable",
                "java.util.concurrent.Executor"),
            library.need(SETTABLE, "create"),
            library.need(SETTABLE, "set", "java.lang.Object"),
            library.need(SETTABLE, "setException", "java.lang.Throwable")
          };
        }
      };

  private final MethodHandle[] handles;

  private Listenables(MethodHandle[] handles) {
    this.handles = handles;
  }

  /**
   * @param owner the application class whose loader finds Guava
   * @throws IllegalStateException where Guava lacks a needed method
   */
  static Listenables of(Class<?> owner) {
    return new Listenables(HANDLES.get(owner));
  }

  CompletionStage<?> asStage(Object returned) {
    Future<?> future = (Future<?>) returned;
    CompletableFuture<Object> stage = new CompletableFuture<>();
    Runnable listener = () -> settle(stage, future);
    addListener(returned, listener);
    var unused =
        stage.whenComplete(
            (value, failure) -> {
              if (stage.isCancelled()) {
                future.cancel(true);
              }
            });
    return stage;
  }

  private static void settle(CompletableFuture<Object> stage, Future<?> done) {
    try {
      stage.complete(done.get());
    } catch (ExecutionException e) {
      stage.completeExceptionally(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stage.completeExceptionally(e);
    } catch (Throwable cancelled) {
      stage.completeExceptionally(cancelled);
    }
  }

  Object asListenable(CompletableFuture<Object> promised) {
    Object settable = call(handles[CREATE]);
    var unused =
        promised.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                call(handles[SET], settable, value);
              } else if (failure instanceof CancellationException) {
                ((Future<?>) settable).cancel(false);
              } else {
                call(handles[SET_EXCEPTION], settable, failure);
              }
            });
    Runnable cancels =
        () -> {
          if (((Future<?>) settable).isCancelled()) {
            promised.cancel(true);
          }
        };
    addListener(settable, cancels);
    return settable;
  }

  private void addListener(Object future, Runnable listener) {
    try {
      Object unused =
          (Object) handles[ADD_LISTENER].invokeExact(future, (Object) listener, (Object) AT_ONCE);
    } catch (Throwable ofTheLibrary) {
      throw new IllegalStateException(ofTheLibrary);
    }
  }
}
