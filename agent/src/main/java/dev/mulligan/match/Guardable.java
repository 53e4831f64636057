package dev.mulligan.match;

import dev.mulligan.guard.GuardSettings;
import java.util.Optional;
import java.util.Set;

/** Whether a method can have what its rule puts around the retry. */
final class Guardable {

  private static final String CONTINUATION = "kotlin.coroutines.Continuation";

  /** Results that end later than the method returns. */
  private static final Set<String> LATER =
      Set.of(
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Future",
          "java.util.concurrent.Flow$Publisher",
          "org.reactivestreams.Publisher",
          "com.google.common.util.concurrent.ListenableFuture",
          "io.reactivex.rxjava3.core.Single",
          "io.reactivex.rxjava3.core.Maybe",
          "io.reactivex.rxjava3.core.Completable",
          "io.reactivex.rxjava3.core.Observable",
          "reactor.core.publisher.Mono",
          "reactor.core.publisher.Flux",
          "io.smallrye.mutiny.Uni",
          "io.vertx.core.Future",
          "scala.concurrent.Future",
          "kotlinx.coroutines.flow.Flow");

  /** Those of them whose methods can have it. */
  private static final Set<String> FUTURES =
      Set.of(
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.CompletableFuture",
          "com.google.common.util.concurrent.ListenableFuture");

  private Guardable() {}

  static boolean isFuture(String returned) {
    return FUTURES.contains(returned);
  }

  static Optional<String> refusal(
      ClassFacts type, MethodFacts method, GuardSettings guards, TypeSource types) {
    if (guards.isEmpty()) {
      return Optional.empty();
    }
    if (guards.limitsCalls() && type.isJdk() && isOurOwnTool(type.name())) {
      return Optional.of(
          "timeout, circuit-breaker, rate-limit and bulkhead are made of classes like this one:"
              + " match a method that calls it");
    }
    String returned = TypeNames.returnType(method.descriptor());
    if (!isFuture(returned) && isLater(method, types)) {
      return Optional.of(
          "it "
              + (isSuspending(method) ? "is a suspend function" : "returns " + returned)
              + " and ends later than it returns; fallback, timeout, circuit-breaker, rate-limit"
              + " and bulkhead are for methods that return a CompletionStage, CompletableFuture or"
              + " ListenableFuture, or that return when they are done: match such a method, or"
              + " leave them out");
    }
    return Fallbacks.refusal(type, method, guards.fallback());
  }

  private static boolean isOurOwnTool(String className) {
    return className.startsWith("java.lang.")
        || className.startsWith("java.util.")
        || className.startsWith("java.time.");
  }

  private static boolean isSuspending(MethodFacts method) {
    return String.join(",", method.parameters()).endsWith(CONTINUATION);
  }

  private static boolean isLater(MethodFacts method, TypeSource types) {
    if (isSuspending(method)) {
      return true;
    }
    String returned = TypeNames.returnType(method.descriptor());
    boolean isClass = method.descriptor().endsWith(";") && !returned.endsWith("]");
    return isClass
        && !returned.startsWith("java.lang.")
        && (LATER.contains(returned) || isBelowLater(returned, types));
  }

  private static boolean isBelowLater(String name, TypeSource types) {
    Optional<ClassFacts> facts = types.find(name);
    if (facts.isEmpty()) {
      return false;
    }
    for (String parent : facts.get().parents()) {
      if (LATER.contains(parent)) { // it may be known by its name alone
        return true;
      }
    }
    for (ClassFacts above : Supertypes.of(facts.get(), types)) {
      if (LATER.contains(above.name())) {
        return true;
      }
    }
    return false;
  }
}
