package dev.mulligan.cli.check;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * Reads how many bytes of code each method of a class has, which ASM's visitors do not report: from
 * the Code attribute (<a
 * href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">JVMS 4.7.3</a>).
 */
final class MethodCode {

  private static final int MEMBER_HEADER = 6;
  private static final int ATTRIBUTE_HEADER = 6;

  private final ClassReader reader;
  private final char[] buffer;
  private final Map<String, Integer> sizes = new HashMap<>();
  private int at;

  private MethodCode(ClassReader reader) {
    this.reader = reader;
    this.buffer = new char[reader.getMaxStringLength()];
  }

  /**
   * @return the sizes by name and descriptor; abstract and native methods have none
   */
  static Map<String, Integer> sizes(ClassReader reader) {
    MethodCode code = new MethodCode(reader);
    int interfaces = reader.readUnsignedShort(reader.header + 6);
    code.at = reader.header + 8 + 2 * interfaces;
    code.members();
    code.members();
    return code.sizes;
  }

  /** Reads the table of fields or of methods: both have the same form. */
  private void members() {
    int count = reader.readUnsignedShort(at);
    at += 2;
    for (int member = 0; member < count; member++) {
      String key = reader.readUTF8(at + 2, buffer) + reader.readUTF8(at + 4, buffer);
      int attributes = reader.readUnsignedShort(at + MEMBER_HEADER);
      at += MEMBER_HEADER + 2;
      for (int attribute = 0; attribute < attributes; attribute++) {
        attribute(key);
      }
    }
  }

  private void attribute(String member) {
    if ("Code".equals(reader.readUTF8(at, buffer))) {
      sizes.put(member, reader.readInt(at + ATTRIBUTE_HEADER + 4));
    }
    at += ATTRIBUTE_HEADER + reader.readInt(at + 2);
  }
}
