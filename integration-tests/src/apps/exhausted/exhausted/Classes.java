package exhausted;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Defines classes until the metaspace is full. */
final class Classes {

  private static final int METHODS = 20;

  private List<Class<?>> held = new ArrayList<>();

  /** Defines classes of a few kilobytes first, then small ones. */
  String hold() {
    for (int methods = METHODS; methods >= 0; methods -= METHODS) {
      fill(methods);
    }
    return "held classes";
  }

  private void fill(int methods) {
    try {
      while (true) {
        held.add(new Loader().define(methods));
      }
    } catch (OutOfMemoryError full) {
      // The metaspace is full.
    }
  }

  void release() {
    held = new ArrayList<>();
  }

  private static final class Loader extends ClassLoader {

    Class<?> define(int methods) {
      byte[] bytes = classFile(methods);
      return defineClass("filler.Filler", bytes, 0, bytes.length);
    }

    private static byte[] classFile(int methods) {
      try {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xCAFEBABE);
        out.writeInt(52);
        out.writeShort(6 + methods);
        out.writeByte(7);
        out.writeShort(2);
        out.writeByte(1);
        out.writeUTF("filler/Filler");
        out.writeByte(7);
        out.writeShort(4);
        out.writeByte(1);
        out.writeUTF("java/lang/Object");
        out.writeByte(1);
        out.writeUTF("()V");
        for (int i = 0; i < methods; i++) {
          out.writeByte(1);
          out.writeUTF("method" + i);
        }
        out.writeShort(0x0401);
        out.writeShort(1);
        out.writeShort(3);
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(methods);
        for (int i = 0; i < methods; i++) {
          out.writeShort(0x0401);
          out.writeShort(6 + i);
          out.writeShort(5);
          out.writeShort(0);
        }
        out.writeShort(0);
        return bytes.toByteArray();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
