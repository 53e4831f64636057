package dev.mulligan.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.MethodFacts;
import java.io.IOException;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class MethodWarningsTest {

  private final ClassWriter writer = ClassBytes.begin("com.acme.Service", "java/lang/Object");

  @Test
  void anOrdinaryMethodHasNone() throws IOException {
    ClassBytes.addMethod(writer, Opcodes.ACC_PUBLIC, "m", "(Ljava/lang/String;I[J)V");

    assertThat(warnings()).isEmpty();
  }

  @Test
  void aSynchronizedMethodHoldsItsMonitor() throws IOException {
    ClassBytes.addMethod(writer, Opcodes.ACC_SYNCHRONIZED, "m", "()V");

    assertThat(warnings()).singleElement().asString().contains("holds its monitor");
  }

  @Test
  void aStreamCanBeReadOnlyOnce() throws IOException {
    ClassBytes.addMethod(writer, 0, "m", "(Ljava/io/FileInputStream;Ljava/util/ListIterator;)V");

    assertThat(warnings())
        .hasSize(2)
        .anySatisfy(caution -> assertThat(caution).contains("java.io.FileInputStream"))
        .anySatisfy(caution -> assertThat(caution).contains("java.util.ListIterator"));
  }

  @Test
  void aMethodThatAnotherLibraryRetriesMultipliesAttempts() throws IOException {
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_ABSTRACT, "m", "()V", null, null);
    method.visitAnnotation("Lorg/springframework/retry/annotation/Retryable;", true).visitEnd();

    assertThat(warnings())
        .singleElement()
        .asString()
        .isEqualTo(
            "Spring Retry retries it too (it is annotated): the attempts multiply, 4 × 3 = 12");
  }

  @Test
  void aClassThatAnotherLibraryRetriesMultipliesAttempts() throws IOException {
    writer.visitAnnotation("Lio/github/resilience4j/retry/annotation/Retry;", true).visitEnd();
    ClassBytes.addMethod(writer, 0, "m", "()V");

    assertThat(warnings())
        .singleElement()
        .isEqualTo(
            "Resilience4j retries it too (its class is annotated): the attempts multiply,"
                + " 4 × the number in its configuration '' (default 3)");
  }

  @Test
  void aMethodOfMoreThan8000BytesIsNeverCompiled() throws IOException {
    addMethodOf(8_001);

    assertThat(warnings()).singleElement().asString().contains("8001 bytes");
  }

  @Test
  void aMethodOf8000BytesIs() throws IOException {
    addMethodOf(8_000);

    assertThat(warnings()).isEmpty();
  }

  @Test
  void methodsOfOneRuleThatCallEachOtherAreOneLayer() throws IOException {
    addCaller("m", "()V", "n");
    addCaller("n", "()V", "o");
    addCaller("o", "()V", "n");

    assertThat(warnings())
        .singleElement()
        .asString()
        .startsWith("it calls n(), o() of the same rule: they are one layer");
  }

  @Test
  void aMethodThatCallsItselfOnlyIsNotNamed() throws IOException {
    addCaller("m", "()V", "m");

    assertThat(warnings()).isEmpty();
  }

  private void addCaller(String name, String descriptor, String callee) {
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, name, descriptor, null, null);
    method.visitCode();
    method.visitMethodInsn(Opcodes.INVOKESTATIC, "com/acme/Service", callee, descriptor, false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void addMethodOf(int bytes) {
    writer.visitField(Opcodes.ACC_STATIC, "before", "I", null, 7).visitEnd();
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "m", "()V", null, null);
    method.visitCode();
    for (int i = 1; i < bytes; i++) {
      method.visitInsn(Opcodes.NOP);
    }
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private List<String> warnings() throws IOException {
    byte[] bytes = writer.toByteArray();
    ClassFacts facts = ClassFactsReader.read(bytes, ClassFacts.Origin.APPLICATION);
    MethodFacts method = facts.methods().get(0);
    try (ClassPath empty = ClassPath.open(List.of())) {
      return new MethodWarnings(bytes, new KnownTypes(empty)).of(method, 4, facts.methods());
    }
  }
}
