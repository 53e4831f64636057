package dev.mulligan.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Which methods of a class the methods of the class call, directly or through others and lambdas of
 * the class.
 */
public final class OwnCalls {

  private static final int API = Opcodes.ASM9;

  /** Keys and values are name and descriptor. */
  private final Map<String, Set<String>> calls = new HashMap<>();

  private OwnCalls() {}

  /**
   * @throws RuntimeException when ASM cannot read the class file
   */
  public static OwnCalls in(byte[] classFile) {
    OwnCalls found = new OwnCalls();
    ClassReader reader = new ClassReader(classFile);
    reader.accept(
        found.new Methods(reader.getClassName()), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }

  /**
   * The other methods that a method reaches, those that it calls first.
   *
   * @param method name and descriptor
   */
  public List<String> from(String method) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(method);
    while (!open.isEmpty()) {
      for (String callee : calls.getOrDefault(open.remove(), Set.of())) {
        if (!callee.equals(method) && calls.containsKey(callee) && reached.add(callee)) {
          open.add(callee);
        }
      }
    }
    return new ArrayList<>(reached);
  }

  private final class Methods extends ClassVisitor {
    private final String owner;

    Methods(String owner) {
      super(API);
      this.owner = owner;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      Set<String> callees = new LinkedHashSet<>();
      calls.put(name + descriptor, callees);
      return new Body(owner, callees);
    }
  }

  private static final class Body extends MethodVisitor {
    private final String owner;
    private final Set<String> callees;

    Body(String owner, Set<String> callees) {
      super(API);
      this.owner = owner;
      this.callees = callees;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String type, String name, String descriptor, boolean isInterface) {
      if (type.equals(owner)) {
        callees.add(name + descriptor);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle && handle.getOwner().equals(owner)) {
          callees.add(handle.getName() + handle.getDesc());
        }
      }
    }
  }
}
