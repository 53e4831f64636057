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

/**
 * Rewrites classes with Byte Buddy, which is loaded only when the first class matches. It reads
 * each advice once, which takes longer than the use of it for a class. Not thread-safe.
 */
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

  private final Map<Class<?>, Advice> advices = new HashMap<>();

  // The methods of the class that is being woven.
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Arguments> withArguments = new HashMap<>();
  private final GuardedMethods guarded = new GuardedMethods();

  private Weaver() {}

  /**
   * Creates a weaver. Byte Buddy must ignore generic signatures: some compilers write invalid ones,
   * and resolving them makes six of scala-library's classes fail verification after weaving. Byte
   * Buddy reads this switch once; the application's own Byte Buddy must not see it.
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
   * @param supertypes finds the other types that Byte Buddy needs
   * @throws net.bytebuddy.jar.asm.MethodTooLargeException when a method would exceed 64 KB
   * @throws LocalsLimit.TooManyLocalsException when a method would have more than 65,535 local
   *     variables
   * @throws RuntimeException when Byte Buddy cannot rewrite this class
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
    begin(methods);
    DynamicType.Builder<?> builder = byteBuddy.decorate(type, locator).visit(limit());
    Set<String> queryable = queryable(methods);
    if (!queryable.isEmpty()) { // encloses the other advice
      builder = builder.visit(visitor(ContextAdvice.class, queryable));
    }
    builder =
        builder
            .visit(visitor(ThrownAdvice.class, of(Kind.THROWN, methods)))
            .visit(visitor(FailureAdvice.class, of(Kind.FAILURE, methods)))
            .visit(visitor(ResultAdvice.class, of(Kind.RESULT, methods)))
            .visit(visitor(NullResultAdvice.class, of(Kind.NULL_RESULT, methods)))
            .visit(visitor(WholeResultAdvice.class, of(Kind.WHOLE_RESULT, methods)))
            .visit(visitor(AsyncAdvice.class, of(Kind.ASYNC, methods)))
            .visit(visitor(AsyncGuardedAdvice.class, of(Kind.ASYNC_GUARDED, methods)))
            .visit(visitor(SuspendAdvice.class, of(Kind.SUSPEND, methods)))
            .visit(visitor(GuardedAdvice.class, of(Kind.GUARDED, methods)))
            .visit(visitor(GuardedAdvice.class, of(Kind.GUARDED_RESULT, methods)));
    Set<String> jdbc = jdbc(methods);
    if (!jdbc.isEmpty()) { // runs inside each attempt
      builder = builder.visit(visitor(JdbcAdvice.class, jdbc));
    }
    return builder.make().getBytes();
  }

  private void begin(Collection<Advised> methods) {
    ids.clear();
    withArguments.clear();
    for (Advised method : methods) {
      ids.put(method.key(), method.id());
      if (method.arguments() != Arguments.OMITTED) {
        withArguments.put(method.key(), method.arguments());
      }
    }
    guarded.begin(methods);
  }

  /** Surrounds all advice, so that it sees the result. */
  private AsmVisitorWrapper limit() {
    return new AsmVisitorWrapper.ForDeclaredMethods()
        .method(method -> ids.containsKey(key(method)), LocalsLimit.INSTANCE);
  }

  private static Set<String> queryable(Collection<Advised> methods) {
    Set<String> keys = new HashSet<>();
    for (Advised method : methods) {
      if (method.context() == Context.QUERYABLE) {
        keys.add(method.key());
      }
    }
    return keys;
  }

  private static Set<String> of(Kind kind, Collection<Advised> methods) {
    Set<String> keys = new HashSet<>();
    for (Advised method : methods) {
      if (method.kind() == kind) {
        keys.add(method.key());
      }
    }
    return keys;
  }

  private static Set<String> jdbc(Collection<Advised> methods) {
    Set<String> keys = new HashSet<>();
    for (Advised method : methods) {
      MethodFacts facts = method.facts();
      if (facts.descriptor().contains("Ljava/sql/") && JdbcParameter.isIn(facts)) {
        keys.add(method.key());
      }
    }
    return keys;
  }

  private AsmVisitorWrapper visitor(Class<?> advice, Set<String> keys) {
    return keys.isEmpty()
        ? AsmVisitorWrapper.NoOp.INSTANCE
        : advices
            .computeIfAbsent(advice, this::read)
            .on((ElementMatcher<MethodDescription>) method -> keys.contains(key(method)));
  }

  private Advice read(Class<?> advice) {
    Advice.WithCustomMapping mapping =
        Advice.withCustomMapping()
            .bind(
                MethodId.class,
                (instrumentedType, method, assigner, arguments, sort) ->
                    new Advice.OffsetMapping.Target.ForStackManipulation(
                        IntegerConstant.forValue(ids.getOrDefault(key(method), -1))))
            .bind(
                CallArguments.Returned.class,
                (instrumentedType, method, assigner, arguments, sort) ->
                    (withArguments.get(key(method)) == Arguments.ALWAYS
                            ? ALL_ARGUMENTS
                            : NO_ARGUMENTS)
                        .resolve(instrumentedType, method, assigner, arguments, sort))
            .bind(
                CallArguments.Failed.class,
                (instrumentedType, method, assigner, arguments, sort) ->
                    (withArguments.containsKey(key(method)) ? ALL_ARGUMENTS : NO_ARGUMENTS)
                        .resolve(instrumentedType, method, assigner, arguments, sort))
            .bind(LastArgument.class, Weaver::lastArgument)
            .bind(JdbcArgument.class, Weaver::jdbcArgument);
    return (advice == GuardedAdvice.class ? guarded.bind(mapping) : mapping).to(advice, ours);
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
