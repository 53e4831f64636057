package dev.mulligan.weave;

import java.nio.charset.StandardCharsets;

/**
 * The few facts of a class file (JVMS 4.1) that rule most classes out, read with no object made but
 * the table of constant pool offsets.
 */
final class ClassFileSkim {

  private static final int CONSTANT_POOL_COUNT = 8;

  private final byte[] bytes;
  private final int[] pool;
  private final int thisClass;

  private ClassFileSkim(byte[] bytes, int[] pool, int thisClass) {
    this.bytes = bytes;
    this.pool = pool;
    this.thisClass = thisClass;
  }

  /**
   * @throws IndexOutOfBoundsException for bytes that are no class file
   */
  static ClassFileSkim of(byte[] bytes) {
    int[] pool = new int[u2(bytes, CONSTANT_POOL_COUNT)];
    int at = CONSTANT_POOL_COUNT + 2;
    for (int i = 1; i < pool.length; i++) {
      pool[i] = at;
      int tag = bytes[at];
      if (tag == 5 || tag == 6) {
        i++;
      }
      at += sizeOfConstant(tag, bytes, at);
    }
    return new ClassFileSkim(bytes, pool, at + 2);
  }

  private static int sizeOfConstant(int tag, byte[] bytes, int at) {
    return switch (tag) {
      case 1 -> 3 + u2(bytes, at + 1);
      case 7, 8, 16, 19, 20 -> 3;
      case 15 -> 4;
      case 5, 6 -> 9;
      default -> 5;
    };
  }

  /** The superclass, if any, then the interfaces, as internal names. */
  String[] parents() {
    int superclass = u2(bytes, thisClass + 2);
    int interfaces = u2(bytes, thisClass + 4);
    int first = superclass == 0 ? 1 : 0;
    String[] parents = new String[interfaces + 1 - first];
    for (int i = first; i <= interfaces; i++) {
      int index = i == 0 ? superclass : u2(bytes, thisClass + 4 + 2 * i);
      parents[i - first] = utf8(u2(bytes, pool[index] + 1));
    }
    return parents;
  }

  /** Whether java.lang.Object is all it has above it. */
  boolean standsAlone() {
    int superclass = u2(bytes, thisClass + 2);
    return u2(bytes, thisClass + 4) == 0
        && (superclass == 0 || equals(u2(bytes, pool[superclass] + 1), "java/lang/Object"));
  }

  /** Whether it declares a method that has one of these names. */
  boolean declaresAny(NameSet names) {
    int at = thisClass + 6 + 2 * u2(bytes, thisClass + 4);
    int fields = u2(bytes, at);
    at += 2;
    for (int i = 0; i < fields; i++) {
      at = endOfMember(at);
    }
    int methods = u2(bytes, at);
    at += 2;
    for (int i = 0; i < methods; i++) {
      int name = pool[u2(bytes, at + 2)];
      if (names.contains(bytes, name + 3, u2(bytes, name + 1))) {
        return true;
      }
      at = endOfMember(at);
    }
    return false;
  }

  /** Whether its constant pool holds one of these descriptors of classes. */
  boolean mentionsAny(NameSet descriptors) {
    for (int i = 1; i < pool.length; i++) {
      int at = pool[i];
      if (at != 0
          && bytes[at] == 1
          && bytes[at + 3] == 'L'
          && descriptors.contains(bytes, at + 3, u2(bytes, at + 1))) {
        return true;
      }
    }
    return false;
  }

  private int endOfMember(int member) {
    int attributes = u2(bytes, member + 6);
    int at = member + 8;
    for (int i = 0; i < attributes; i++) {
      at += 6 + u4(bytes, at + 2);
    }
    return at;
  }

  private String utf8(int index) {
    int at = pool[index];
    return new String(bytes, at + 3, u2(bytes, at + 1), StandardCharsets.UTF_8);
  }

  private boolean equals(int index, String text) {
    int at = pool[index];
    return u2(bytes, at + 1) == text.length() && NameSet.equals(text, bytes, at + 3);
  }

  private static int u2(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  private static int u4(byte[] bytes, int at) {
    return (u2(bytes, at) << 16) | u2(bytes, at + 2);
  }
}
