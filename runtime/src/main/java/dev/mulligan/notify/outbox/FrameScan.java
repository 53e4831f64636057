package dev.mulligan.notify.outbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Finds the frames of a segment that another process left, even if it is damaged. */
final class FrameScan {

  private static final int BLOCK = 64 * 1024;

  private final RandomAccessFile file;
  private final long end;
  private final List<Found> found = new ArrayList<>();
  private long unreadable;

  private FrameScan(RandomAccessFile file) throws IOException {
    this.file = file;
    this.end = file.length();
  }

  /** A frame with a valid checksum. */
  record Found(long at, int payload, boolean isOpen, List<Slot> slots) {

    int length() {
      return Frame.length(payload, slots.size());
    }
  }

  /**
   * @param frames in their order
   * @param unreadable bytes that belong to no frame, because they were torn by a kill or damaged
   */
  record Result(List<Found> frames, long unreadable) {}

  static Result of(RandomAccessFile file, long from) throws IOException {
    FrameScan scan = new FrameScan(file);
    scan.run(from);
    return new Result(scan.found, scan.unreadable);
  }

  private void run(long from) throws IOException {
    long at = from;
    while (at < end) {
      long next = at;
      if (readFrame(at)) {
        next = at + found.get(found.size() - 1).length();
      } else {
        next = nextMarker(at + 1);
        unreadable += next - at;
      }
      at = next;
    }
  }

  private boolean readFrame(long at) throws IOException {
    if (end - at < Frame.HEAD) {
      return false;
    }
    ByteBuffer head = read(at, Frame.HEAD);
    int marker = head.getInt();
    int payload = head.getInt();
    int crc = head.getInt();
    int slots = head.getShort();
    boolean isPlausible =
        marker == Frame.MARKER
            && payload >= 0
            && payload <= Frame.LONGEST_PAYLOAD
            && slots >= 0
            && slots <= Frame.MOST_SLOTS
            && Frame.length(payload, slots) <= end - at;
    return isPlausible && readRest(at, head.get(), payload, slots, crc);
  }

  private boolean readRest(long at, byte open, int payload, int slots, int crc) throws IOException {
    ByteBuffer rest = read(at + Frame.HEAD, Frame.length(payload, slots) - Frame.HEAD);
    SlotState[] states = new SlotState[slots];
    for (int slot = 0; slot < slots; slot++) {
      states[slot] = SlotState.of(rest.get());
    }
    List<Slot> all = new ArrayList<>(slots);
    for (SlotState state : states) {
      all.add(new Slot(rest.getLong(), state));
    }
    byte[] content = new byte[payload];
    rest.get(content);
    if (Frame.crc(content, all) != crc) {
      return false;
    }
    found.add(new Found(at, payload, open != Frame.FINISHED, List.copyOf(all)));
    return true;
  }

  /** Returns where the next frame may begin, or the end. */
  private long nextMarker(long from) throws IOException {
    for (long start = from; start < end; start += BLOCK - Integer.BYTES) {
      int length = (int) Math.min(BLOCK, end - start);
      ByteBuffer block = read(start, length);
      for (int i = 0; i + Integer.BYTES <= length; i++) {
        if (block.getInt(i) == Frame.MARKER) {
          return start + i;
        }
      }
    }
    return end;
  }

  private ByteBuffer read(long at, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(at);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes);
  }
}
