package dev.mulligan.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.weave.rewrite.Advised;
import dev.mulligan.weave.rewrite.Advised.Kind;
import dev.mulligan.weave.rewrite.Weaver;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class PartialWeaverTest {

  private static final String FUTURE = "()Lcom/missing/Mono;";
  private static final int MOST_LOCALS = 65_535;

  private final ClassWriter type = new ClassWriter(0);
  private final List<Advised> methods = new ArrayList<>();
  private int version = Opcodes.V17;

  private void method(String name, String descriptor, int locals, Kind kind) {
    MethodVisitor method =
        type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, descriptor, null, null);
    method.visitCode();
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(1, locals);
    method.visitEnd();
    MethodFacts facts =
        new MethodFacts(name, Opcodes.ACC_STATIC, List.of(descriptor), List.of(), List.of());
    methods.add(new Advised(methods.size(), facts, kind));
  }

  private PartialWeaver weave() {
    type.visit(version, Opcodes.ACC_PUBLIC, "com/acme/Client", null, "java/lang/Object", null);
    PartialWeaver partial =
        new PartialWeaver(
            Weaver.create(),
            "com.acme.Client",
            type.toByteArray(),
            ClassFileLocator.ForClassLoader.ofSystemLoader());
    assertThat(partial.weave(methods) == null).isEqualTo(partial.woven().isEmpty());
    return partial;
  }

  @Test
  void aTypeThatIsMissingConcernsOnlyTheMethodsThatNeedIt() {
    for (int i = 0; i < 5; i++) {
      method("plain" + i, "()Ljava/lang/String;", 0, Kind.THROWN);
    }
    method("later", FUTURE, 0, Kind.ASYNC);
    method("mentions", FUTURE, 0, Kind.THROWN);

    PartialWeaver partial = weave();

    assertThat(partial.woven()).hasSize(6);
    assertThat(partial.refused()).hasSize(1);
    assertThat(partial.refused().get(methods.get(5)))
        .startsWith("it needs the type com.missing.Mono, which is not on the class path");
  }

  @Test
  void aClassWithNothingButMissingTypesStaysAsItIs() {
    method("one", FUTURE, 0, Kind.ASYNC);
    method("two", FUTURE, 0, Kind.ASYNC);

    PartialWeaver partial = weave();

    assertThat(partial.woven()).isEmpty();
    assertThat(partial.refused()).hasSize(2);
  }

  @Test
  void refusesMethodsWhoseLocalsLeaveNoRoom() {
    method("full", "()Ljava/lang/String;", MOST_LOCALS, Kind.THROWN);
    method("nearlyFull", "()Ljava/lang/String;", MOST_LOCALS - 2, Kind.RESULT);
    method("roomy", "()Ljava/lang/String;", MOST_LOCALS - 100, Kind.RESULT);
    method("unwoven", "()Ljava/lang/String;", MOST_LOCALS, Kind.RESULT);
    methods.remove(3);

    PartialWeaver partial = weave();

    assertThat(partial.woven()).containsExactly(methods.get(2));
    assertThat(partial.refused().values())
        .hasSize(2)
        .allMatch(reason -> reason.contains("65,535 local variables"));
  }

  @Test
  void refusesFuturesInClassesWithoutMethodHandles() {
    version = Opcodes.V1_6;
    method("plain", "()Ljava/lang/String;", 0, Kind.THROWN);
    method("later", "()Ljava/util/concurrent/CompletableFuture;", 0, Kind.ASYNC);

    PartialWeaver partial = weave();

    assertThat(partial.woven()).containsExactly(methods.get(0));
    assertThat(partial.refused().get(methods.get(1))).contains("Java version before 7");
  }
}
