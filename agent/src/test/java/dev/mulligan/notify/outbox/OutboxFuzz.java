package dev.mulligan.notify.outbox;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whatever stands between the frames of an outbox file, every intact one is found, once. */
public final class OutboxFuzz {

  private static final RandomAccessFile FILE = file();

  private OutboxFuzz() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
    List<Long> intact = new ArrayList<>();
    FILE.setLength(0);
    while (data.remainingBytes() > 0) {
      switch (data.consumeInt(0, 3)) {
        case 0 -> {
          intact.add(FILE.getFilePointer());
          FILE.write(frame(data));
        }
        case 1 -> FILE.write(data.consumeBytes(60));
        case 2 -> FILE.write(damaged(frame(data), data));
        default -> FILE.write(torn(frame(data), data));
      }
    }
    List<Long> found = FrameScan.of(FILE, 0).frames().stream().map(FrameScan.Found::at).toList();
    if (!found.containsAll(intact) || found.stream().distinct().count() != found.size()) {
      throw new AssertionError("found " + found + " instead of " + intact);
    }
  }

  private static byte[] frame(FuzzedDataProvider data) {
    List<Slot> slots = new ArrayList<>();
    for (int slot = data.consumeInt(0, 3); slot > 0; slot--) {
      slots.add(new Slot(data.consumeLong(), data.pickValue(SlotState.values())));
    }
    byte[] payload =
        Arrays.copyOf(data.consumeBytes(40), 48); // never so short that nothing is torn
    return Frame.of(payload, slots);
  }

  private static byte[] damaged(byte[] frame, FuzzedDataProvider data) {
    ByteBuffer.wrap(frame).put(data.consumeInt(0, frame.length - 1), data.consumeByte());
    return frame;
  }

  /** Without its end; what follows cannot complete it, because the last byte left is wrong. */
  private static byte[] torn(byte[] frame, FuzzedDataProvider data) {
    byte[] torn = Arrays.copyOf(frame, data.consumeInt(1, frame.length - 1));
    torn[torn.length - 1] ^= 1;
    return torn;
  }

  private static RandomAccessFile file() {
    try {
      File file = File.createTempFile("outbox", ".bin");
      file.deleteOnExit();
      return new RandomAccessFile(file, "rw");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
