package dev.mulligan.match.facts;

import dev.mulligan.match.facts.ClassFacts.Origin;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.RecordComponentVisitor;
import org.jspecify.annotations.Nullable;

/** Reads the facts that patterns use from a class file, with ASM and without the code. */
public final class ClassFactsReader extends ClassVisitor {

  private static final int API = Opcodes.ASM9;

  private final List<MethodBuilder> methods = new ArrayList<>();
  private final List<ComponentFacts> components = new ArrayList<>();
  private String name = "";
  private int access;
  private Optional<String> superclass = Optional.empty();
  private List<String> interfaces = List.of();
  private boolean hasBridges;
  private boolean isKotlin;

  private ClassFactsReader() {
    super(API);
  }

  /**
   * @throws IllegalArgumentException for bytes that are not a class file, or are of a newer version
   *     than ASM supports
   */
  public static ClassFacts read(byte[] classFile, Origin origin) {
    ClassFactsReader facts = new ClassFactsReader();
    ClassReader reader = new ClassReader(classFile);
    reader.accept(facts, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    Map<String, List<String>> bridges = facts.hasBridges ? BridgeReader.read(reader) : Map.of();
    return new ClassFacts(
        facts.name,
        origin,
        facts.access,
        facts.superclass,
        facts.interfaces,
        facts.methods.stream().map(method -> method.build(bridges)).toList(),
        facts.components);
  }

  @Override
  public void visit(
      int version,
      int classAccess,
      String internalName,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaceNames) {
    name = TypeNames.dotted(internalName);
    access = classAccess;
    superclass = Optional.ofNullable(superName).map(TypeNames::dotted);
    interfaces = dotted(interfaceNames);
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
    isKotlin |= type.equals(KotlinNames.METADATA);
    return null;
  }

  @Override
  public @Nullable RecordComponentVisitor visitRecordComponent(
      String component, String descriptor, @Nullable String signature) {
    components.add(new ComponentFacts(TypeNames.type(descriptor), TypeArguments.ofType(signature)));
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int methodAccess,
      String methodName,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if ((methodAccess & Opcodes.ACC_BRIDGE) != 0) {
      hasBridges = true;
      return null;
    }
    if (methodName.startsWith("<") || (methodAccess & Opcodes.ACC_SYNTHETIC) != 0) {
      return null;
    }
    MethodBuilder method =
        new MethodBuilder(
            methodAccess, methodName, descriptor, dotted(exceptions), signature, isKotlin);
    methods.add(method);
    return method;
  }

  private static List<String> dotted(String @Nullable [] internalNames) {
    List<String> names = new ArrayList<>();
    for (String internalName : internalNames == null ? new String[0] : internalNames) {
      names.add(TypeNames.dotted(internalName));
    }
    return names;
  }

  private static final class MethodBuilder extends MethodVisitor {
    private final int access;
    private final String name;
    private final String descriptor;
    private final List<String> exceptions;
    private final @Nullable String signature;
    private final boolean isKotlin;
    private final List<String> annotations = new ArrayList<>();

    MethodBuilder(
        int access,
        String name,
        String descriptor,
        List<String> exceptions,
        @Nullable String signature,
        boolean isKotlin) {
      super(API);
      this.signature = signature;
      this.isKotlin = isKotlin;
      this.access = access;
      this.name = name;
      this.descriptor = descriptor;
      this.exceptions = exceptions;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
      annotations.add(TypeNames.type(type));
      return null;
    }

    MethodFacts build(Map<String, List<String>> bridges) {
      List<String> descriptors = new ArrayList<>();
      descriptors.add(descriptor);
      descriptors.addAll(bridges.getOrDefault(name + descriptor, List.of()));
      return new MethodFacts(
          name,
          access,
          descriptors,
          exceptions,
          annotations,
          ElementTypes.of(signature),
          TypeArguments.ofParameters(signature),
          isKotlin && !Modifier.isPrivate(access) ? KotlinNames.source(name) : name);
    }
  }

  /**
   * Finds the target method of each bridge method, and so the target's generic and covariant
   * descriptors.
   */
  private static final class BridgeReader extends ClassVisitor {
    private final Map<String, List<String>> bridges = new HashMap<>();
    private final String owner;

    BridgeReader(String owner) {
      super(API);
      this.owner = owner;
    }

    static Map<String, List<String>> read(ClassReader reader) {
      BridgeReader bridges = new BridgeReader(reader.getClassName());
      reader.accept(bridges, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return bridges.bridges;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if ((access & Opcodes.ACC_BRIDGE) == 0 || Modifier.isStatic(access)) {
        return null;
      }
      return new MethodVisitor(API) {
        @Override
        public void visitMethodInsn(
            int opcode, String to, String called, String target, boolean isInterface) {
          if (to.equals(owner) && called.equals(name)) {
            bridges.computeIfAbsent(name + target, none -> new ArrayList<>()).add(descriptor);
          }
        }
      };
    }
  }
}
