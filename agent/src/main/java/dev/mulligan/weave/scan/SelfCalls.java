package dev.mulligan.weave.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Finds methods of a class that may call themselves: that call a method of their own name, of any
 * class, directly or through other methods and lambdas of the class. It does not detect recursion
 * through other classes.
 */
public final class SelfCalls {

  /** The callees of each method; keys and values are name and descriptor. */
  private final Map<String, Set<String>> calls = new HashMap<>();

  private SelfCalls() {}

  /**
   * @throws RuntimeException when ASM cannot read the class file
   */
  public static SelfCalls in(byte[] classFile) {
    SelfCalls found = new SelfCalls();
    new ClassReader(classFile)
        .accept(found.new Methods(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }

  public boolean mayReach(String name, String descriptor) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(name + descriptor);
    while (!open.isEmpty()) {
      for (String callee : calls.getOrDefault(open.remove(), Set.of())) {
        if (callee.startsWith(name + "(")) {
          return true;
        }
        if (calls.containsKey(callee) && seen.add(callee)) {
          open.add(callee);
        }
      }
    }
    return false;
  }

  private final class Methods extends ClassVisitor {
    Methods() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      Set<String> callees = new HashSet<>();
      calls.put(name + descriptor, callees);
      return new Body(callees);
    }
  }

  private static final class Body extends MethodVisitor {
    private final Set<String> callees;

    Body(Set<String> callees) {
      super(Opcodes.ASM9);
      this.callees = callees;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      callees.add(name + descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      addAll(arguments);
    }

    @Override
    public void visitLdcInsn(Object value) {
      addAll(value);
    }

    private void addAll(Object... constants) {
      for (Object constant : constants) {
        if (constant instanceof Handle handle) {
          callees.add(handle.getName() + handle.getDesc());
        } else if (constant instanceof ConstantDynamic dynamic) {
          for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
            addAll(dynamic.getBootstrapMethodArgument(i));
          }
        }
      }
    }
  }
}
