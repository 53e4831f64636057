package dev.mulligan.attach.process;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Parses the data that a HotSpot JVM publishes in {@code hsperfdata_USER/PID}: format 2.0 of <a
 * href="https://github.com/openjdk/jdk/blob/jdk-17-ga/src/hotspot/share/runtime/perfMemory.hpp">
 * perfMemory.hpp</a>. Only the text entries are kept.
 */
final class PerfData {

  /** 32 kB unless {@code -XX:PerfDataMemorySize} says otherwise. */
  static final int LIMIT = 4 << 20;

  private static final int MAGIC = 0xcafec0c0;
  private static final int BYTE_ORDER_AT = 4;
  private static final int ACCESSIBLE_AT = 7;
  private static final int ENTRY_OFFSET_AT = 24;
  private static final byte TEXT = 'B';

  private PerfData() {}

  /**
   * @return the text entries by name, such as {@code sun.rt.javaCommand}
   * @throws IOException when the data have another format, are truncated, or the JVM has not
   *     completed them
   */
  static Map<String, String> parse(byte[] bytes) throws IOException {
    try {
      return parse(ByteBuffer.wrap(bytes));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("the performance data are truncated", e);
    }
  }

  private static Map<String, String> parse(ByteBuffer data) throws IOException {
    if (data.getInt(0) != MAGIC || data.get(ACCESSIBLE_AT) == 0) {
      throw new IOException("not performance data, or not complete yet");
    }
    data.order(data.get(BYTE_ORDER_AT) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int entry = data.getInt(ENTRY_OFFSET_AT);
    int count = Math.min(data.getInt(ENTRY_OFFSET_AT + Integer.BYTES), data.capacity());
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < count; i++) {
      int length = data.getInt(entry);
      if (length <= 0) {
        throw new IOException("an entry of the performance data has " + length + " bytes");
      }
      readText(data.slice(entry, length).order(data.order()), texts);
      entry += length;
    }
    return texts;
  }

  /** Reads an entry: lengths, offsets from its beginning, type, flags, then name and value. */
  private static void readText(ByteBuffer entry, Map<String, String> texts) {
    entry.getInt();
    int nameOffset = entry.getInt();
    int valueLength = entry.getInt();
    byte type = entry.get();
    entry.position(entry.position() + 3);
    int valueOffset = entry.getInt();
    if (type == TEXT && valueLength > 0) {
      texts.put(
          text(entry, nameOffset, valueOffset - nameOffset), text(entry, valueOffset, valueLength));
    }
  }

  private static String text(ByteBuffer entry, int offset, int limit) {
    byte[] bytes = new byte[limit];
    entry.get(offset, bytes);
    int end = 0;
    while (end < limit && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
