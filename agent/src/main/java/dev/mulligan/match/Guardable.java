package dev.mulligan.match;

import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeNames;
import dev.mulligan.match.facts.TypeSource;
import java.util.Optional;
import java.util.Set;

/** Whether a method can have what its rule puts around the retry. */
final class Guardable {

  private static final String SUSPENDS = "Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";

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
          "io.reactivex.rxjava3.core.Flowable",
          "reactor.core.publisher.Mono",
          "reactor.core.publisher.Flux",
          "io.smallrye.mutiny.Uni",
          "io.vertx.core.Future",
          "scala.concurrent.Future",
          "kotlinx.coroutines.flow.Flow");

  private static final String SINGLE = "io.reactivex.rxjava3.core.Single";
  private static final String COMPLETABLE = "io.reactivex.rxjava3.core.Completable";

  /** Those of them whose methods can have it. */
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

  /** Whether what a method returns comes to its result later, and its guards know how. */
  static boolean isGuardedLater(String returned) {
    return GUARDED.contains(returned);
  }

  /** Whether what it returns never comes to a value. */
  static boolean isWithoutValue(String returned) {
    return returned.equals(COMPLETABLE);
  }

  /** Whether what it returns can't come to null, or to nothing instead. */
  static boolean needsValue(String returned) {
    return returned.equals(SINGLE);
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
    if (!isGuardedLater(returned) && isLater(method, types)) {
      return Optional.of(
          "it returns "
              + returned
              + " and ends later than it returns; fallback, timeout, circuit-breaker, rate-limit"
              + " and bulkhead are for methods that return when they are done, or a"
              + " CompletionStage, CompletableFuture, ListenableFuture, Mono, Flux or one of"
              + " RxJava 3's types, and for suspend functions: match such a method, or leave them out");
    }
    return Fallbacks.refusal(type, method, guards.fallback());
  }

  private static boolean isOurOwnTool(String className) {
    return className.startsWith("java.lang.")
        || className.startsWith("java.util.")
        || className.startsWith("java.time.");
  }

  /** Whether it is a suspend function of Kotlin. */
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
