package dev.mulligan.match;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeNames;
import dev.mulligan.match.facts.TypeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Finds methods of a class that another library retries already, so that the attempts multiply. */
public final class OtherRetries {

  private static final int API = Opcodes.ASM9;

  /** Interfaces and classes of clients that retry by themselves, with their number of attempts. */
  private static final Map<String, String> CLIENTS =
      Map.of(
          "software.amazon.awssdk.core.SdkClient", "its 3 or 4 by default, see AWS_MAX_ATTEMPTS",
          "com.amazonaws.AmazonWebServiceClient", "its 4 by default");

  private final List<OtherRetry> ofAll = new ArrayList<>();
  private final Map<String, List<OtherRetry>> byMethod = new HashMap<>();

  private OtherRetries() {}

  /**
   * @param types finds the supertypes of the class
   */
  public static OtherRetries in(byte[] classFile, TypeSource types) {
    OtherRetries found = new OtherRetries();
    new ClassReader(classFile)
        .accept(
            found.new Annotations(),
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    found.addClient(ClassFactsReader.read(classFile, Origin.APPLICATION), types);
    return found;
  }

  public List<OtherRetry> of(MethodFacts method) {
    List<OtherRetry> own = byMethod.getOrDefault(method.name() + method.descriptor(), List.of());
    List<OtherRetry> all = new ArrayList<>(own);
    for (OtherRetry each : ofAll) {
      if (own.stream().noneMatch(nearer -> nearer.library().equals(each.library()))) {
        all.add(each);
      }
    }
    return all;
  }

  private void addClient(ClassFacts type, TypeSource types) {
    for (ClassFacts above : Supertypes.of(type, types)) {
      String attempts = CLIENTS.get(above.name());
      if (attempts != null) {
        ofAll.add(new OtherRetry("the AWS SDK", "a client of it", OptionalInt.empty(), attempts));
      }
    }
  }

  private final class Annotations extends ClassVisitor {
    Annotations() {
      super(API);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
      return reader(type, "its class is annotated", ofAll);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(API) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
          return reader(
              type,
              "it is annotated",
              byMethod.computeIfAbsent(name + descriptor, none -> new ArrayList<>()));
        }
      };
    }
  }

  private static @Nullable AnnotationVisitor reader(
      String type, String because, List<OtherRetry> found) {
    String name = TypeNames.type(type);
    for (RetryAnnotation annotation : RetryAnnotation.values()) {
      if (annotation.type().equals(name)) {
        return new Values(annotation, because, found);
      }
    }
    return null;
  }

  private static final class Values extends AnnotationVisitor {
    private final Map<String, Object> values = new HashMap<>();
    private final RetryAnnotation annotation;
    private final String because;
    private final List<OtherRetry> found;

    Values(RetryAnnotation annotation, String because, List<OtherRetry> found) {
      super(API);
      this.annotation = annotation;
      this.because = because;
      this.found = found;
    }

    @Override
    public void visit(String name, Object value) {
      values.put(name, value);
    }

    @Override
    public void visitEnd() {
      found.add(annotation.found(because, values));
    }
  }
}
