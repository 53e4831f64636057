package dev.mulligan.weave.rewrite;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.weave.rewrite.Advised.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.asm.Advice.ArgumentHandler;
import net.bytebuddy.asm.Advice.OffsetMapping;
import net.bytebuddy.asm.Advice.OffsetMapping.Target;
import net.bytebuddy.asm.Advice.WithCustomMapping;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.implementation.bytecode.constant.NullConstant;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.implementation.bytecode.member.MethodVariableAccess;

/** Binds the parameters of {@link GuardedAdvice} for each method of the class that is woven. */
final class GuardedMethods {

  private static final TypeDescription.Generic OBJECT =
      TypeDescription.Generic.OfNonGenericType.ForLoadedType.of(Object.class);

  private final Map<String, Advised> byKey = new HashMap<>();

  /** Binds them for the methods of another class. */
  void begin(Collection<Advised> methods) {
    byKey.clear();
    for (Advised method : methods) {
      byKey.put(method.key(), method);
    }
  }

  WithCustomMapping bind(WithCustomMapping advice) {
    return advice
        .bind(
            JudgedResult.class,
            (type, method, assigner, arguments, sort) ->
                judged(method).resolve(type, method, assigner, arguments, sort))
        .bind(
            HasFallback.class,
            (type, method, assigner, arguments, sort) ->
                new Target.ForStackManipulation(
                    IntegerConstant.forValue(fallback(method).isPresent())))
        .bind(
            FallbackCall.class,
            (type, method, assigner, arguments, sort) ->
                new Target.ForStackManipulation(call(type, method, assigner, arguments)));
  }

  private OffsetMapping judged(MethodDescription method) {
    Advised advised = byKey.get(Weaver.key(method));
    return advised != null && advised.kind() == Kind.GUARDED_RESULT
        ? new OffsetMapping.ForReturnValue(OBJECT, true, Assigner.Typing.DYNAMIC)
        : new OffsetMapping.ForStackManipulation(
            NullConstant.INSTANCE, OBJECT, OBJECT, Assigner.Typing.STATIC);
  }

  private Optional<MethodFacts> fallback(MethodDescription method) {
    Advised advised = byKey.get(Weaver.key(method));
    return advised == null ? Optional.empty() : advised.fallback();
  }

  /**
   * Calls the fallback method directly from the woven method, so that it may be private and no
   * agent frame is in between.
   */
  private StackManipulation call(
      TypeDescription type,
      MethodDescription method,
      Assigner assigner,
      ArgumentHandler arguments) {
    Optional<MethodFacts> facts = fallback(method);
    if (facts.isEmpty()) {
      return NullConstant.INSTANCE;
    }
    MethodDescription fallback = declared(type, facts.get());
    List<StackManipulation> steps = new ArrayList<>();
    if (!fallback.isStatic()) {
      steps.add(
          MethodVariableAccess.REFERENCE.loadFrom(
              arguments.argument(ArgumentHandler.THIS_REFERENCE)));
    }
    for (ParameterDescription parameter : method.getParameters()) {
      steps.add(
          MethodVariableAccess.of(parameter.getType())
              .loadFrom(arguments.argument(parameter.getOffset())));
    }
    steps.add(MethodInvocation.invoke(fallback.asDefined()));
    steps.add(assigner.assign(fallback.getReturnType(), OBJECT, Assigner.Typing.DYNAMIC));
    return new StackManipulation.Compound(steps);
  }

  private static MethodDescription declared(TypeDescription type, MethodFacts facts) {
    for (MethodDescription candidate : type.getDeclaredMethods()) {
      if (Weaver.key(candidate).equals(facts.name() + facts.descriptor())) {
        return candidate;
      }
    }
    throw new IllegalStateException("no method " + facts.signature() + " in " + type.getName());
  }
}
