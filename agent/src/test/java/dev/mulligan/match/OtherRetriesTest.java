package dev.mulligan.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class OtherRetriesTest {

  private static final String SPRING_RETRY = "org/springframework/retry/annotation/Retryable";
  private static final String SPRING = "org/springframework/resilience/annotation/Retryable";
  private static final String MICROPROFILE = "org/eclipse/microprofile/faulttolerance/Retry";
  private static final String RESILIENCE4J = "io/github/resilience4j/retry/annotation/Retry";
  private static final String MICRONAUT = "io/micronaut/retry/annotation/Retryable";

  private ClassWriter type = classOf();

  @Test
  void multipliesWithTheAttemptsThatTheAnnotationSays() {
    assertThat(ofMethod(SPRING_RETRY, Map.of("maxAttempts", 5))).endsWith("multiply, 4 × 5 = 20");
    assertThat(ofMethod(SPRING, Map.of("maxRetries", 5L))).endsWith("multiply, 4 × 6 = 24");
    assertThat(ofMethod(MICROPROFILE, Map.of("maxRetries", 1))).endsWith("multiply, 4 × 2 = 8");
    assertThat(ofMethod(MICRONAUT, Map.of("attempts", "2"))).endsWith("multiply, 4 × 3 = 12");
  }

  @Test
  void orWithItsDefault() {
    assertThat(ofMethod(SPRING_RETRY, Map.of())).endsWith("4 × 3 = 12");
    assertThat(ofMethod(SPRING, Map.of())).endsWith("4 × 4 = 16");
    assertThat(ofMethod(MICROPROFILE, Map.of())).endsWith("4 × 4 = 16");
  }

  @Test
  void knowsNoLimitWhereThereIsNone() {
    assertThat(ofMethod(MICROPROFILE, Map.of("maxRetries", -1))).endsWith("4 × unlimited");
  }

  @Test
  void saysWhereTheNumberStandsOtherwise() {
    assertThat(ofMethod(SPRING_RETRY, Map.of("maxAttemptsExpression", "${tries}")))
        .endsWith("4 × the value of ${tries}");
    assertThat(ofMethod(SPRING, Map.of("maxRetriesString", "${tries}")))
        .endsWith("4 × the value of ${tries}");
    assertThat(ofMethod(MICRONAUT, Map.of("attempts", "${tries:3}")))
        .endsWith("4 × the value of ${tries:3}");
    assertThat(ofMethod(RESILIENCE4J, Map.of("name", "rates")))
        .endsWith("4 × the number in its configuration 'rates' (default 3)");
  }

  @Test
  void theMethodsOwnAnnotationWinsOverItsClasses() {
    annotate(type.visitAnnotation("L" + SPRING + ";", true), Map.of("maxRetries", 9L));

    assertThat(ofMethod(SPRING, Map.of("maxRetries", 1L)))
        .isEqualTo("Spring retries it too (it is annotated): the attempts multiply, 4 × 2 = 8");
  }

  @Test
  void anAnnotationOfTheClassIsForAllItsMethods() {
    annotate(type.visitAnnotation("L" + SPRING + ";", true), Map.of("maxRetries", 1L));
    type.visitMethod(Opcodes.ACC_ABSTRACT, "m", "()V", null, null);

    assertThat(times(name -> Optional.empty()))
        .containsExactly(
            "Spring retries it too (its class is annotated): the attempts multiply, 4 × 2 = 8");
  }

  @Test
  void aClientOfTheAwsSdkRetriesByItself() {
    type = classOf("shop/S3");
    type.visitMethod(Opcodes.ACC_ABSTRACT, "m", "()V", null, null);
    Map<String, List<String>> parents =
        Map.of(
            "shop.S3", List.of("software.amazon.awssdk.core.SdkClient"),
            "software.amazon.awssdk.core.SdkClient", List.of());

    assertThat(
            times(name -> Optional.ofNullable(parents.get(name)).map(above -> facts(name, above))))
        .containsExactly(
            "the AWS SDK retries it too (a client of it): the attempts multiply,"
                + " 4 × its 3 or 4 by default, see AWS_MAX_ATTEMPTS");
  }

  private static ClassFacts facts(String name, List<String> interfaces) {
    return new ClassFacts(
        name, Origin.APPLICATION, Opcodes.ACC_INTERFACE, Optional.empty(), interfaces, List.of());
  }

  private static ClassWriter classOf(String... interfaces) {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "a/B", null, "java/lang/Object", interfaces);
    return type;
  }

  private String ofMethod(String annotation, Map<String, Object> values) {
    MethodVisitor method = type.visitMethod(Opcodes.ACC_ABSTRACT, "m", "()V", null, null);
    annotate(method.visitAnnotation("L" + annotation + ";", true), values);
    List<String> times = times(name -> Optional.empty());
    type = classOf();
    assertThat(times).hasSize(1);
    return times.get(0);
  }

  private static void annotate(AnnotationVisitor annotation, Map<String, Object> values) {
    values.forEach(annotation::visit);
    annotation.visitEnd();
  }

  private List<String> times(TypeSource types) {
    byte[] bytes = type.toByteArray();
    List<MethodFacts> methods = ClassFactsReader.read(bytes, Origin.APPLICATION).methods();
    return OtherRetries.in(bytes, types).of(methods.get(methods.size() - 1)).stream()
        .map(other -> other.times(4))
        .toList();
  }
}
