package dev.mulligan.weave.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads the few facts of a class file (JVMS 4.1) that suffice to exclude most classes. Scanning the
 * constant pool, which has no index, takes half a microsecond. The table of its offsets is reused,
 * by one thread at a time.
 */
final class ClassFileSkim implements AutoCloseable {

  private static final int CONSTANT_POOL_COUNT = 8;
  private static final int USUAL_CONSTANTS = 4_096;
  private static final byte[] OBJECT = "java/lang/Object".getBytes(StandardCharsets.US_ASCII);
  private static final AtomicReference<int[]> TABLE = new AtomicReference<>();

  private final byte[] bytes;
  private final int[] pool;
  private final int constants;
  private final int thisClass;

  /**
   * @throws IndexOutOfBoundsException for bytes that are not a class file
   */
  ClassFileSkim(byte[] bytes) {
    this.bytes = bytes;
    this.constants = u2(bytes, CONSTANT_POOL_COUNT);
    this.pool = tableOf(constants);
    int at = CONSTANT_POOL_COUNT + 2;
    for (int i = 1; i < constants; i++) {
      pool[i] = at;
      int tag = bytes[at];
      if (tag == 5 || tag == 6) {
        i++;
        pool[i] = 0;
      }
      at += sizeOfConstant(tag, bytes, at);
    }
    this.thisClass = at + 2;
  }

  private static int[] tableOf(int constants) {
    int[] last = TABLE.getAndSet(null);
    return last != null && last.length >= constants
        ? last
        : new int[Math.max(constants, USUAL_CONSTANTS)];
  }

  /** Releases the table for the next class. */
  @Override
  public void close() {
    TABLE.set(pool);
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

  byte[] bytes() {
    return bytes;
  }

  /** The number of parents: the superclass, if any, and the interfaces. */
  int parents() {
    return (u2(bytes, thisClass + 2) == 0 ? 0 : 1) + u2(bytes, thisClass + 4);
  }

  /** The offset of a parent's internal name. */
  int parent(int index) {
    int superclass = u2(bytes, thisClass + 2);
    int first = superclass == 0 ? 1 : 0;
    int type = index + first == 0 ? superclass : u2(bytes, thisClass + 4 + 2 * (index + first));
    return pool[u2(bytes, pool[type] + 1)] + 3;
  }

  /** The length of the text at this offset. */
  int length(int text) {
    return u2(bytes, text - 2);
  }

  boolean startsWith(int text, byte[] prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[text + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** The text at this offset. */
  String text(int at) {
    return new String(bytes, at, length(at), StandardCharsets.UTF_8);
  }

  /** Whether its only supertype is java.lang.Object. */
  boolean hasNoSupertypes() {
    return u2(bytes, thisClass + 4) == 0
        && (u2(bytes, thisClass + 2) == 0 || isText(parent(0), OBJECT));
  }

  /** Whether it declares a method with one of these names. */
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

  /** Whether its constant pool contains one of these class descriptors. */
  boolean mentionsAny(NameSet descriptors) {
    for (int i = 1; i < constants; i++) {
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

  private boolean isText(int at, byte[] text) {
    return Arrays.equals(bytes, at, at + length(at), text, 0, text.length);
  }

  private static int u2(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  private static int u4(byte[] bytes, int at) {
    return (u2(bytes, at) << 16) | u2(bytes, at + 2);
  }
}
