package dev.mulligan.match;

import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeNames;
import dev.mulligan.match.facts.TypeSource;
import java.util.Optional;
import java.util.Set;

/** Checks whether the agent can apply a rule's guards to a method. */
final class Guardable {

  private static final String SUSPENDS = "Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";

  /** The asynchronous return types. */
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
          "io.reactivex.rxjava3.core.Flowable",
          "reactor.core.publisher.Mono",
          "reactor.core.publisher.Flux",
          "io.smallrye.mutiny.Uni",
          "io.vertx.core.Future",
          "scala.concurrent.Future",
          "kotlinx.coroutines.flow.Flow");

  private static final String SINGLE = "io.reactivex.rxjava3.core.Single";
  private static final String COMPLETABLE = "io.reactivex.rxjava3.core.Completable";

  /** The asynchronous return types that support guards. */
  private static final Set<String> GUARDED =
      Set.of(
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.CompletableFuture",
          "com.google.common.util.concurrent.ListenableFuture",
          "reactor.core.publisher.Mono",
          "reactor.core.publisher.Flux",
          SINGLE,
          "io.reactivex.rxjava3.core.Maybe",
          COMPLETABLE,
          "io.reactivex.rxjava3.core.Observable",
          "io.reactivex.rxjava3.core.Flowable");

  private Guardable() {}

  /** Whether the return type is asynchronous and supports guards. */
  static boolean isGuardedLater(String returned) {
    return GUARDED.contains(returned);
  }

  /** Whether the return type never yields a value. */
  static boolean isWithoutValue(String returned) {
    return returned.equals(COMPLETABLE);
  }

  /** Whether the return type must yield a value that is not null. */
  static boolean needsValue(String returned) {
    return returned.equals(SINGLE);
  }

  static Optional<String> refusal(
      ClassFacts type, MethodFacts method, GuardSettings guards, TypeSource types) {
    if (guards.isEmpty()) {
      return Optional.empty();
    }
    String returned = TypeNames.returnType(method.descriptor());
    if (!isGuardedLater(returned) && isLater(method, types)) {
      return Optional.of(
          "it returns "
              + returned
              + " and is asynchronous; fallback, timeout, circuit-breaker, rate-limit and bulkhead"
              + " support only synchronous methods, suspend functions, and methods that return a"
              + " CompletionStage, CompletableFuture, ListenableFuture, Mono, Flux or a type of"
              + " RxJava 3: match such a method, or remove these keys from the rule");
    }
    return Fallbacks.refusal(type, method, guards.fallback());
  }

  /** Whether the method is a suspend function of Kotlin. */
  static boolean isSuspending(MethodFacts method) {
    return method.descriptor().endsWith(SUSPENDS);
  }

  private static boolean isLater(MethodFacts method, TypeSource types) {
    if (isSuspending(method)) {
      return false;
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
      if (LATER.contains(parent)) { // the name suffices if the class file is missing
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
