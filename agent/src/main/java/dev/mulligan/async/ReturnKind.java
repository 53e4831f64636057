package dev.mulligan.async;

import dev.mulligan.match.Supertypes;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Classifies a method by its declared return type: synchronous, asynchronous, or refused.
 *
 * @param form empty for a synchronous method, and for a refused one
 * @param refusal why the agent cannot retry the method
 */
public record ReturnKind(Optional<Form> form, Optional<String> refusal) {

  private static final ReturnKind PLAIN = new ReturnKind(Optional.empty(), Optional.empty());

  private static final String STAGE = "java.util.concurrent.CompletionStage";
  private static final String COMPLETABLE_FUTURE = "java.util.concurrent.CompletableFuture";
  private static final String FUTURE = "java.util.concurrent.Future";
  private static final String SUSPENDS = "Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";
  private static final String RX = "io.reactivex.rxjava3.core.";
  private static final String NO_CALLBACK = "has no completion callback";
  private static final String NEW_INCOMPLETE_FUTURE = "newIncompleteFuture";

  private static final Map<String, Form> FORMS =
      Map.of(
          STAGE,
          Form.STAGE,
          COMPLETABLE_FUTURE,
          Form.STAGE,
          "com.google.common.util.concurrent.ListenableFuture",
          Form.LISTENABLE,
          "reactor.core.publisher.Mono",
          Form.MONO,
          "reactor.core.publisher.Flux",
          Form.FLUX,
          RX + "Single",
          Form.SINGLE,
          RX + "Maybe",
          Form.MAYBE,
          RX + "Completable",
          Form.COMPLETABLE,
          RX + "Observable",
          Form.OBSERVABLE,
          RX + "Flowable",
          Form.FLOWABLE);

  /** The types that are retried, by name. */
  static Set<String> retriedTypes() {
    return FORMS.keySet();
  }

  /** Asynchronous types that the agent does not support. */
  private static final Set<String> UNKNOWN =
      Set.of(
          "java.util.concurrent.Flow$Publisher",
          "org.reactivestreams.Publisher",
          "io.vertx.core.Future",
          "io.smallrye.mutiny.Uni",
          "io.smallrye.mutiny.Multi",
          "scala.concurrent.Future",
          "kotlinx.coroutines.flow.Flow",
          "io.reactivex.Single",
          "io.reactivex.Maybe",
          "io.reactivex.Completable",
          "io.reactivex.Observable",
          "io.reactivex.Flowable",
          "rx.Observable",
          "rx.Single",
          "rx.Completable");

  /**
   * @param types finds the supertypes of the return type; used only for types not known by name
   */
  public static ReturnKind of(MethodFacts method, TypeSource types) {
    String descriptor = method.descriptor();
    if (descriptor.endsWith(SUSPENDS)) {
      return new ReturnKind(Optional.of(Form.SUSPEND), Optional.empty());
    }
    String returned = descriptor.substring(descriptor.indexOf(')') + 1);
    return returned.charAt(0) == 'L'
        ? of(returned.substring(1, returned.length() - 1).replace('/', '.'), types)
        : PLAIN;
  }

  /**
   * Classifies a method for a rule.
   *
   * @param awaits whether the rule awaits the future of an asynchronous method; otherwise the
   *     future is a result like any other. A {@code suspend} function has no future
   */
  public static ReturnKind of(MethodFacts method, TypeSource types, boolean awaits) {
    return awaits || method.descriptor().endsWith(SUSPENDS) ? of(method, types) : PLAIN;
  }

  private static ReturnKind of(String type, TypeSource types) {
    Form form = FORMS.get(type);
    if (form != null) {
      return new ReturnKind(Optional.of(form), Optional.empty());
    }
    if (type.equals(FUTURE)) {
      return refused(type, NO_CALLBACK);
    }
    if (UNKNOWN.contains(type)) {
      return refused(type, "Mulligan does not support");
    }
    boolean plain = type.startsWith("java.") && !type.startsWith("java.util.concurrent.");
    return plain ? PLAIN : types.find(type).map(facts -> ofSubtype(facts, types)).orElse(PLAIN);
  }

  private static ReturnKind ofSubtype(ClassFacts type, TypeSource types) {
    List<ClassFacts> above = Supertypes.of(type, types);
    List<String> names = new ArrayList<>();
    for (ClassFacts each : above) {
      names.add(each.name());
    }
    if (createsItsOwnKind(type, above)) {
      return new ReturnKind(Optional.of(Form.STAGE), Optional.empty());
    }
    for (String name : names) {
      if (FORMS.containsKey(name)) {
        return refused(type.name(), "Mulligan cannot create");
      }
    }
    return names.contains(FUTURE) ? refused(type.name(), NO_CALLBACK) : PLAIN;
  }

  /**
   * Whether the type is a {@code CompletableFuture} whose class or superclass overrides {@code
   * newIncompleteFuture}.
   */
  private static boolean createsItsOwnKind(ClassFacts type, List<ClassFacts> above) {
    boolean overrides = declaresNewIncompleteFuture(type);
    for (ClassFacts each : above) { // superclasses come first, nearest first
      if (each.name().equals(COMPLETABLE_FUTURE)) {
        return overrides;
      }
      overrides |= declaresNewIncompleteFuture(each);
    }
    return false;
  }

  private static boolean declaresNewIncompleteFuture(ClassFacts type) {
    for (MethodFacts method : type.methods()) {
      if (method.name().equals(NEW_INCOMPLETE_FUTURE)) {
        return true;
      }
    }
    return false;
  }

  private static ReturnKind refused(String type, String why) {
    return new ReturnKind(
        Optional.empty(),
        Optional.of(
            "it returns "
                + type
                + ", which "
                + why
                + ": return a CompletableFuture, or match a method that waits for the result"));
  }
}
