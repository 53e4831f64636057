package dev.mulligan.notify.outbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One file with its unsent notifications. Guarded by the outbox's lock. */
final class Segment {

  private final SegmentFile on;
  private final Set<StoredNotification> live = new LinkedHashSet<>();
  private long end;
  private long liveBytes;

  Segment(SegmentFile on) {
    this.on = on;
    this.end = on.start();
  }

  long size() {
    return end;
  }

  long liveBytes() {
    return liveBytes;
  }

  boolean isEmpty() {
    return live.isEmpty();
  }

  boolean holds(StoredNotification notification) {
    return live.contains(notification);
  }

  List<StoredNotification> live() {
    return new ArrayList<>(live);
  }

  SegmentFile on() {
    return on;
  }

  /** Appends a frame and returns its position. If the write fails, a partial frame is cut off. */
  long append(byte[] frame) throws IOException {
    RandomAccessFile file = on.file();
    long at = end;
    try {
      file.seek(at);
      file.write(frame);
    } catch (IOException e) {
      cutTo(at);
      throw e;
    }
    end = at + frame.length;
    return at;
  }

  void add(StoredNotification notification) {
    live.add(notification);
    liveBytes += notification.length();
  }

  /** Seals the segment after a claim: nothing is appended after a possibly torn frame. */
  void seal(long fileEnd) {
    end = fileEnd;
  }

  byte[] read(long at, int length) throws IOException {
    byte[] bytes = new byte[length];
    on.file().seek(at);
    on.file().readFully(bytes);
    return bytes;
  }

  void write(long at, byte value) throws IOException {
    on.file().seek(at);
    on.file().write(value);
  }

  void remove(StoredNotification notification) {
    if (live.remove(notification)) {
      liveBytes -= notification.length();
    }
  }

  /** Removes all frames; none may be unsent. */
  void truncate() throws IOException {
    on.file().setLength(on.start());
    end = on.start();
  }

  private void cutTo(long at) {
    try {
      on.file().setLength(at);
    } catch (IOException e) {
      // The partial frame stays; readers skip it, and the next frame overwrites it.
    }
  }
}
