package dev.mulligan.notify.outbox;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The format of one notification in a segment:
 *
 * <pre>
 *  0  marker             4 bytes
 *  4  payload's length   4
 *  8  CRC-32             4   of all that follows but the open flag and the states
 * 12  number of slots    2
 * 14  open               1   'o', or 'f' when nothing is owed any more
 * 15  states             1 for each slot
 *     channels           8 for each slot
 *     payload
 * </pre>
 *
 * <p>The open flag and the states are overwritten in place, one byte at a time: that needs no space
 * on a full disk, and a killed process cannot leave half of it.
 */
final class Frame {

  static final int MARKER = 0x4D4C4752;
  static final int HEAD = 15;
  static final int OPEN_AT = 14;
  static final int STATES_AT = HEAD;
  static final byte OPEN = 'o';
  static final byte FINISHED = 'f';
  static final int MOST_SLOTS = 1_000;
  static final int LONGEST_PAYLOAD = 16 * 1024 * 1024;

  private Frame() {}

  static byte[] of(byte[] payload, List<Slot> slots) {
    ByteBuffer frame = ByteBuffer.allocate(length(payload.length, slots.size()));
    frame.putInt(MARKER).putInt(payload.length);
    frame.putInt(crc(payload, slots)).putShort((short) slots.size()).put(OPEN);
    for (Slot slot : slots) {
      frame.put(slot.state().code());
    }
    for (Slot slot : slots) {
      frame.putLong(slot.channel());
    }
    return frame.put(payload).array();
  }

  static int length(int payload, int slots) {
    return HEAD + slots * (1 + Long.BYTES) + payload;
  }

  static int crc(byte[] payload, List<Slot> slots) {
    CRC32 crc = new CRC32();
    ByteBuffer numbers = ByteBuffer.allocate(Long.BYTES * slots.size() + Integer.BYTES);
    numbers.putInt(payload.length);
    for (Slot slot : slots) {
      numbers.putLong(slot.channel());
    }
    crc.update(numbers.array());
    crc.update(payload);
    return (int) crc.getValue();
  }
}
