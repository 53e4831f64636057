package dev.mulligan.cli.check;

import dev.mulligan.match.ClassFacts;
import dev.mulligan.match.MethodFacts;
import dev.mulligan.match.OneShotTypes;
import dev.mulligan.match.TypeSource;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** What deserves a look before the methods of one class are retried. */
final class Cautions {

  /** HotSpot's HugeMethodLimit: a method above it is only ever interpreted. */
  private static final int LARGEST_COMPILED = 8_000;

  private static final Map<String, String> OTHER_RETRIES =
      Map.of(
          "org.springframework.retry.annotation.Retryable", "Spring Retry",
          "org.springframework.resilience.annotation.Retryable", "Spring",
          "io.github.resilience4j.retry.annotation.Retry", "Resilience4j",
          "org.eclipse.microprofile.faulttolerance.Retry", "MicroProfile Fault Tolerance",
          "io.micronaut.retry.annotation.Retryable", "Micronaut");

  private final ClassFacts type;
  private final TypeSource types;
  private final Map<String, Integer> codeSizes;
  private final List<String> classAnnotations = new ArrayList<>();

  Cautions(ClassFacts type, byte[] classFile, TypeSource types) {
    this.type = type;
    this.types = types;
    ClassReader reader = new ClassReader(classFile);
    this.codeSizes = MethodCode.sizes(reader);
    reader.accept(
        new AnnotationNames(),
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  List<String> of(MethodFacts method) {
    List<String> cautions = new ArrayList<>();
    if (Modifier.isSynchronized(method.access())) {
      cautions.add("it holds its monitor through every back-off: other threads wait as long");
    }
    addOneShot(method, cautions);
    addOtherRetries(method, cautions);
    int size = codeSizes.getOrDefault(method.name() + method.descriptor(), 0);
    if (size > LARGEST_COMPILED) {
      cautions.add(
          "its "
              + size
              + " bytes of code are more than the JVM's compiler takes (8,000): it is"
              + " always interpreted, with or without the agent");
    }
    return cautions;
  }

  private void addOneShot(MethodFacts method, List<String> cautions) {
    for (String parameter : OneShotTypes.of(method, types)) {
      cautions.add(
          "its parameter of type "
              + parameter
              + " can be read only once: a second attempt may find it used up");
    }
  }

  private void addOtherRetries(MethodFacts method, List<String> cautions) {
    OTHER_RETRIES.forEach(
        (annotation, library) -> {
          boolean onClass = classAnnotations.contains(annotation);
          if (onClass || method.annotations().contains(annotation)) {
            cautions.add(
                library
                    + " retries it too ("
                    + (onClass ? "the class " + type.name() : "it")
                    + " is annotated): the attempts multiply");
          }
        });
  }

  private final class AnnotationNames extends ClassVisitor {
    AnnotationNames() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      classAnnotations.add(Type.getType(descriptor).getClassName());
      return null;
    }
  }
}
