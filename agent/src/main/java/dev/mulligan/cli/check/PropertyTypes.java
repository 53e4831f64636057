package dev.mulligan.cli.check;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** The readable properties of a class: its public getters and fields, by name. */
final class PropertyTypes {

  private final Map<String, String> getters = new HashMap<>();
  private final Map<String, String> fields = new HashMap<>();
  private int access;
  private boolean isMap;

  private PropertyTypes() {}

  /** Empty where the class or one of its supertypes is missing: then nothing is certain. */
  static Optional<PropertyTypes> of(String className, ClassFiles files) {
    PropertyTypes types = new PropertyTypes();
    try {
      boolean complete = types.add(className, files, true);
      return complete ? Optional.of(types) : Optional.empty();
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private boolean add(String className, ClassFiles files, boolean lowest) throws IOException {
    Optional<byte[]> bytes = files.bytes(className);
    if (bytes.isEmpty()) {
      return false;
    }
    ClassReader reader = new ClassReader(bytes.get());
    isMap |= className.equals("java.util.Map");
    if (lowest) {
      access = reader.getAccess();
    }
    reader.accept(new Members(), ClassReader.SKIP_CODE);
    boolean complete =
        reader.getSuperName() == null || add(dotted(reader.getSuperName()), files, false);
    for (String parent : reader.getInterfaces()) {
      complete &= add(dotted(parent), files, false);
    }
    return complete;
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  /** Whether the class is final, so that no subclass can add properties. */
  boolean isFinal() {
    return (access & Opcodes.ACC_FINAL) != 0;
  }

  /** Whether it is a map, whose keys are properties too. */
  boolean isMap() {
    return isMap;
  }

  boolean isEnum() {
    return (access & Opcodes.ACC_ENUM) != 0;
  }

  /** The descriptor of a property's type. */
  Optional<String> find(String property) {
    String capitalised = Character.toUpperCase(property.charAt(0)) + property.substring(1);
    for (String getter : new String[] {property, "get" + capitalised, "is" + capitalised}) {
      if (getters.containsKey(getter)) {
        return Optional.ofNullable(getters.get(getter));
      }
    }
    return Optional.ofNullable(fields.get(property));
  }

  /** The property names that a rule file may use. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(fields.keySet());
    for (String getter : getters.keySet()) {
      names.add(nameOf(getter));
    }
    return names;
  }

  private static String nameOf(String getter) {
    int prefix = getter.startsWith("get") ? 3 : getter.startsWith("is") ? 2 : 0;
    boolean isPrefixed =
        prefix > 0 && getter.length() > prefix && Character.isUpperCase(getter.charAt(prefix));
    return isPrefixed
        ? Character.toLowerCase(getter.charAt(prefix)) + getter.substring(prefix + 1)
        : getter;
  }

  private final class Members extends ClassVisitor {
    private static final int STATIC_OR_BRIDGE = Opcodes.ACC_STATIC | Opcodes.ACC_BRIDGE;

    Members() {
      super(Opcodes.ASM9);
    }

    private boolean isPublicInstance(int flags) {
      return (flags & Opcodes.ACC_PUBLIC) != 0 && (flags & STATIC_OR_BRIDGE) == 0;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int flags, String name, String type, @Nullable String signature, @Nullable Object value) {
      if (isPublicInstance(flags)) {
        fields.putIfAbsent(name, type);
      }
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int flags,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (isPublicInstance(flags) && descriptor.startsWith("()") && !descriptor.endsWith(")V")) {
        getters.putIfAbsent(name, Type.getReturnType(descriptor).getDescriptor());
      }
      return null;
    }
  }
}
