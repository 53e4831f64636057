package dev.mulligan.weave.rewrite;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.weave.rewrite.Advised.Arguments;
import dev.mulligan.weave.rewrite.Advised.Context;
import dev.mulligan.weave.rewrite.Advised.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.VisibilityBridgeStrategy;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.assign.TypeCasting;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.implementation.bytecode.constant.NullConstant;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/** Rewrites a class with Byte Buddy, which is loaded only when the first class matches. */
public final class Weaver {

  private static final String RAW_TYPES = "net.bytebuddy.raw";

  private static final TypeDescription.Generic OBJECT =
      TypeDescription.Generic.OfNonGenericType.ForLoadedType.of(Object.class);
  private static final TypeDescription.Generic OBJECTS =
      TypeDescription.Generic.OfNonGenericType.ForLoadedType.of(Object[].class);

  private static final Advice.OffsetMapping ALL_ARGUMENTS =
      new Advice.OffsetMapping.ForAllArguments(OBJECT, true, Assigner.Typing.STATIC, false, false);
  private static final Advice.OffsetMapping NO_ARGUMENTS =
      new Advice.OffsetMapping.ForStackManipulation(
          NullConstant.INSTANCE, OBJECTS, OBJECTS, Assigner.Typing.STATIC);

  private final ByteBuddy byteBuddy =
      new ByteBuddy()
          .with(TypeValidation.DISABLED)
          .with(InstrumentedType.Factory.Default.FROZEN)
          .with(VisibilityBridgeStrategy.Default.NEVER)
          .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
          .with(Implementation.Context.Disabled.Factory.INSTANCE);

  private final ClassFileLocator ours =
      ClassFileLocator.ForClassLoader.of(Weaver.class.getClassLoader());

  private Weaver() {}

  /**
   * Byte Buddy must not look at generic signatures: some that compilers wrote are broken, and
   * resolving them weaves six of scala-library's classes so that they fail verification. It reads
   * its switch once; an application's own Byte Buddy must not see it.
   */
  public static Weaver create() {
    String before = System.getProperty(RAW_TYPES);
    System.setProperty(RAW_TYPES, "true");
    try {
      Class.forName("net.bytebuddy.description.type.TypeDescription$AbstractBase");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Byte Buddy is missing from the agent's jar", e);
    } finally {
      if (before == null) {
        System.clearProperty(RAW_TYPES);
      } else {
        System.setProperty(RAW_TYPES, before);
      }
    }
    return new Weaver();
  }

  /**
   * @param supertypes where Byte Buddy finds the other types that it asks for
   * @throws net.bytebuddy.jar.asm.MethodTooLargeException when a method would outgrow 64 KB
   * @throws RuntimeException when Byte Buddy can't rewrite this class
   */
  public byte[] weave(
      String className,
      byte[] classFile,
      Collection<Advised> methods,
      ClassFileLocator supertypes) {
    ClassFileLocator locator =
        new ClassFileLocator.Compound(ClassFileLocator.Simple.of(className, classFile), supertypes);
    TypePool pool = TypePool.Default.WithLazyResolution.of(locator);
    TypeDescription type = pool.describe(className).resolve();
    DynamicType.Builder<?> builder = byteBuddy.decorate(type, locator);
    Map<String, Integer> asked = asked(methods);
    if (!asked.isEmpty()) { // goes around the others
      builder = builder.visit(visitor(ContextAdvice.class, asked, Set.of()));
    }
    Set<String> wanting = wantingArguments(methods);
    builder =
        builder
            .visit(visitor(ThrownAdvice.class, of(Kind.THROWN, methods), wanting))
            .visit(visitor(ResultAdvice.class, of(Kind.RESULT, methods), wanting))
            .visit(visitor(NullResultAdvice.class, of(Kind.NULL_RESULT, methods), wanting))
            .visit(visitor(WholeResultAdvice.class, of(Kind.WHOLE_RESULT, methods), wanting))
            .visit(visitor(AsyncAdvice.class, of(Kind.ASYNC, methods), wanting))
            .visit(visitor(AsyncGuardedAdvice.class, of(Kind.ASYNC_GUARDED, methods), wanting))
            .visit(visitor(SuspendAdvice.class, of(Kind.SUSPEND, methods), wanting))
            .visit(guarded(Kind.GUARDED, methods, wanting))
            .visit(guarded(Kind.GUARDED_RESULT, methods, wanting));
    Map<String, Integer> jdbc = jdbc(methods);
    if (!jdbc.isEmpty()) { // goes into each attempt
      builder = builder.visit(visitor(JdbcAdvice.class, jdbc, Set.of()));
    }
    return builder.make().getBytes();
  }

  private static Map<String, Integer> asked(Collection<Advised> methods) {
    Map<String, Integer> ids = new HashMap<>();
    for (Advised method : methods) {
      if (method.context() == Context.ASKED) {
        ids.put(method.key(), method.id());
      }
    }
    return ids;
  }

  private static Map<String, Integer> of(Kind kind, Collection<Advised> methods) {
    Map<String, Integer> ids = new HashMap<>();
    for (Advised method : methods) {
      if (method.kind() == kind) {
        ids.put(method.key(), method.id());
      }
    }
    return ids;
  }

  private static Map<String, Integer> jdbc(Collection<Advised> methods) {
    Map<String, Integer> ids = new HashMap<>();
    for (Advised method : methods) {
      MethodFacts facts = method.facts();
      if (facts.descriptor().contains("Ljava/sql/") && JdbcParameter.isIn(facts)) {
        ids.put(method.key(), method.id());
      }
    }
    return ids;
  }

  private static Set<String> wantingArguments(Collection<Advised> methods) {
    Set<String> keys = new HashSet<>();
    for (Advised method : methods) {
      if (method.arguments() == Arguments.WANTED) {
        keys.add(method.key());
      }
    }
    return keys;
  }

  private AsmVisitorWrapper guarded(Kind kind, Collection<Advised> methods, Set<String> wanting) {
    Map<String, Integer> ids = of(kind, methods);
    return ids.isEmpty()
        ? AsmVisitorWrapper.NoOp.INSTANCE
        : visitor(
            GuardedAdvice.class,
            new GuardedMethods(methods).bind(Advice.withCustomMapping()),
            ids,
            wanting);
  }

  private AsmVisitorWrapper visitor(
      Class<?> advice, Map<String, Integer> ids, Set<String> wanting) {
    return visitor(advice, Advice.withCustomMapping(), ids, wanting);
  }

  /**
   * @param wanting the methods whose arguments are handed over
   */
  private AsmVisitorWrapper visitor(
      Class<?> advice,
      Advice.WithCustomMapping mapping,
      Map<String, Integer> ids,
      Set<String> wanting) {
    if (ids.isEmpty()) {
      return AsmVisitorWrapper.NoOp.INSTANCE;
    }
    ElementMatcher<MethodDescription> matcher = method -> ids.containsKey(key(method));
    return mapping
        .bind(
            MethodId.class,
            (instrumentedType, method, assigner, arguments, sort) ->
                new Advice.OffsetMapping.Target.ForStackManipulation(
                    IntegerConstant.forValue(ids.getOrDefault(key(method), -1))))
        .bind(
            TaskArguments.class,
            (instrumentedType, method, assigner, arguments, sort) ->
                (wanting.contains(key(method)) ? ALL_ARGUMENTS : NO_ARGUMENTS)
                    .resolve(instrumentedType, method, assigner, arguments, sort))
        .bind(LastArgument.class, Weaver::lastArgument)
        .bind(JdbcArgument.class, Weaver::jdbcArgument)
        .to(advice, ours)
        .on(matcher);
  }

  private static Advice.OffsetMapping.Target lastArgument(
      TypeDescription type,
      MethodDescription method,
      Assigner assigner,
      Advice.ArgumentHandler arguments,
      Advice.OffsetMapping.Sort sort) {
    ParameterDescription last = method.getParameters().get(method.getParameters().size() - 1);
    return new Advice.OffsetMapping.Target.ForVariable.ReadWrite(
        last.getType(),
        arguments.argument(last.getOffset()),
        StackManipulation.Trivial.INSTANCE,
        TypeCasting.to(last.getType()));
  }

  private static Advice.OffsetMapping.Target jdbcArgument(
      TypeDescription type,
      MethodDescription method,
      Assigner assigner,
      Advice.ArgumentHandler arguments,
      Advice.OffsetMapping.Sort sort) {
    return JdbcParameter.of(method, arguments);
  }

  static String key(MethodDescription method) {
    return method.getInternalName() + method.getDescriptor();
  }
}
