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
 * What a method's declared return type says about when the method ends.
 *
 * @param form empty: with its return, or it is refused
 * @param refusal why the method can't be retried
 */
public record ReturnKind(Optional<Form> form, Optional<String> refusal) {

  private static final ReturnKind PLAIN = new ReturnKind(Optional.empty(), Optional.empty());

  private static final String STAGE = "java.util.concurrent.CompletionStage";
  private static final String COMPLETABLE_FUTURE = "java.util.concurrent.CompletableFuture";
  private static final String FUTURE = "java.util.concurrent.Future";
  private static final String SUSPENDS = "Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";
  private static final String RX = "io.reactivex.rxjava3.core.";
  private static final String SILENT = "tells nobody when it ends";
  private static final String NEW_ONE = "newIncompleteFuture";

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

  /** Others that fail later than they return. */
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
   * @param types where the return type's supertypes are found; asked only for types that are not
   *     known by their name
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

  private static ReturnKind of(String type, TypeSource types) {
    Form form = FORMS.get(type);
    if (form != null) {
      return new ReturnKind(Optional.of(form), Optional.empty());
    }
    if (type.equals(FUTURE)) {
      return refused(type, SILENT);
    }
    if (UNKNOWN.contains(type)) {
      return refused(type, "ends in a way that is not known here");
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
    if (isMakingItsEqual(type, above)) {
      return new ReturnKind(Optional.of(Form.STAGE), Optional.empty());
    }
    for (String name : names) {
      if (FORMS.containsKey(name)) {
        return refused(type.name(), "cannot be made anew");
      }
    }
    return names.contains(FUTURE) ? refused(type.name(), SILENT) : PLAIN;
  }

  /** A {@code CompletableFuture} that overrides what the JDK provides for its subclasses. */
  private static boolean isMakingItsEqual(ClassFacts type, List<ClassFacts> above) {
    boolean overrides = declaresNewOne(type);
    for (ClassFacts each : above) { // superclasses come first, nearest first
      if (each.name().equals(COMPLETABLE_FUTURE)) {
        return overrides;
      }
      overrides |= declaresNewOne(each);
    }
    return false;
  }

  private static boolean declaresNewOne(ClassFacts type) {
    for (MethodFacts method : type.methods()) {
      if (method.name().equals(NEW_ONE)) {
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
