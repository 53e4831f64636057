package dev.mulligan.match.facts;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.signature.SignatureReader;
import net.bytebuddy.jar.asm.signature.SignatureVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the classes among the type arguments of a method's parameters, or of a record's component,
 * from the generic signature (JVMS 4.7.9.1): what such an object may hold. Lower bounds are left
 * out: they say what an object takes.
 */
final class TypeArguments {

  private static final int API = Opcodes.ASM9;

  private TypeArguments() {}

  /**
   * One list for each parameter in the signature.
   *
   * @param signature null where the class file has none
   */
  static List<List<String>> ofParameters(@Nullable String signature) {
    if (signature == null || signature.lastIndexOf('<', signature.lastIndexOf(')')) < 0) {
      return List.of();
    }
    List<List<String>> parameters = new ArrayList<>();
    try {
      read(signature, parameters);
      return parameters;
    } catch (RuntimeException invalid) { // some compilers write such, and the JVM does not look
      return List.of();
    }
  }

  private static void read(String signature, List<List<String>> parameters) {
    new SignatureReader(signature)
        .accept(
            new SignatureVisitor(API) {
              @Override
              public SignatureVisitor visitParameterType() {
                List<String> held = new ArrayList<>();
                parameters.add(held);
                return new Type(held, false);
              }

              @Override
              public SignatureVisitor visitReturnType() {
                return new Type(new ArrayList<>(), false);
              }

              @Override
              public SignatureVisitor visitExceptionType() {
                return new Type(new ArrayList<>(), false);
              }

              @Override
              public SignatureVisitor visitClassBound() {
                return new Type(new ArrayList<>(), false);
              }

              @Override
              public SignatureVisitor visitInterfaceBound() {
                return new Type(new ArrayList<>(), false);
              }
            });
  }

  /**
   * @param signature null where the class file has none
   */
  static List<String> ofType(@Nullable String signature) {
    if (signature == null) {
      return List.of();
    }
    List<String> held = new ArrayList<>();
    try {
      new SignatureReader(signature).acceptType(new Type(held, false));
      return held;
    } catch (RuntimeException invalid) {
      return List.of();
    }
  }

  private static final class Type extends SignatureVisitor {
    private final List<String> held;
    private final boolean isArgument;

    Type(List<String> held, boolean isArgument) {
      super(API);
      this.held = held;
      this.isArgument = isArgument;
    }

    @Override
    public void visitClassType(String internalName) {
      if (isArgument) {
        held.add(TypeNames.dotted(internalName));
      }
    }

    @Override
    public void visitInnerClassType(String innerName) {
      if (isArgument) {
        int last = held.size() - 1;
        held.set(last, held.get(last) + "$" + innerName);
      }
    }

    @Override
    public SignatureVisitor visitArrayType() {
      return this;
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
      return new Type(wildcard == SUPER ? new ArrayList<>() : held, true);
    }
  }
}
