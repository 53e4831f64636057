package dev.mulligan.weave.rewrite;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Checks the woven methods against a limit that ASM does not check: it would write the rest of a
 * larger number, and the JVM would reject the class.
 */
public enum LocalsLimit implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {
  INSTANCE;

  /** A woven method needs more local variables than the class file format can express. */
  public static final class TooManyLocalsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private TooManyLocalsException(String method, int locals) {
      super(method + " would have " + locals + " local variables");
    }
  }

  /** JVMS 4.7.3: max_locals and max_stack are two bytes long. */
  private static final int MOST = 0xffff;

  @Override
  public MethodVisitor wrap(
      TypeDescription type,
      MethodDescription method,
      MethodVisitor visitor,
      Implementation.Context context,
      TypePool pool,
      int writerFlags,
      int readerFlags) {
    String name = method.getInternalName();
    return new MethodVisitor(OpenedClassReader.ASM_API, visitor) {
      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        if (maxStack > MOST || maxLocals > MOST) {
          throw new TooManyLocalsException(name, Math.max(maxStack, maxLocals));
        }
        super.visitMaxs(maxStack, maxLocals);
      }
    };
  }
}
