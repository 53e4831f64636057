package dev.mulligan.attach.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerfDataTest {

  @Test
  void textsAreReadAndNumbersSkipped() throws IOException {
    byte[] file = file(ByteOrder.LITTLE_ENDIAN);

    assertThat(PerfData.parse(file))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("sun.rt.javaCommand", "com.acme.App --port 80", "java.rt.vmArgs", "-Xmx1g"));
  }

  @Test
  void aBigEndianMachineIsReadToo() throws IOException {
    assertThat(PerfData.parse(file(ByteOrder.BIG_ENDIAN)))
        .containsEntry("java.rt.vmArgs", "-Xmx1g");
  }

  @Test
  void aFileThatTheJvmStillFillsIsNotRead() throws IOException {
    byte[] file = file(ByteOrder.LITTLE_ENDIAN);
    file[7] = 0;

    assertThatThrownBy(() -> PerfData.parse(file)).isInstanceOf(IOException.class);
  }

  @Test
  void aFileCutOffAnywhereIsAnIoException() throws IOException {
    byte[] file = file(ByteOrder.LITTLE_ENDIAN);
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> PerfData.parse(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void entriesWithoutEndAreAnIoException() {
    byte[] file = file(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer.wrap(file)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(28, Integer.MAX_VALUE)
        .putInt(32, 0);

    assertThatThrownBy(() -> PerfData.parse(file)).isInstanceOf(IOException.class);
  }

  /** As HotSpot's perfMemory.cpp lays it out. */
  private static byte[] file(ByteOrder order) {
    ByteBuffer data = ByteBuffer.allocate(512);
    data.putInt(0xcafec0c0).put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 0));
    data.put((byte) 2).put((byte) 0).put((byte) 1);
    data.order(order);
    data.putInt(0).putInt(0).putLong(0).putInt(32).putInt(3);
    entry(data, "sun.rt.javaCommand", 'B', 64, "com.acme.App --port 80");
    entry(data, "sun.os.hrt.ticks", 'J', 0, "12345678");
    entry(data, "java.rt.vmArgs", 'B', 16, "-Xmx1g");
    return Arrays.copyOf(data.array(), data.position());
  }

  private static void entry(
      ByteBuffer data, String name, char type, int vectorLength, String value) {
    int nameLength = (name.length() + 1 + 7) / 8 * 8;
    int valueLength = Math.max(vectorLength, 8);
    int start = data.position();
    data.putInt(20 + nameLength + valueLength).putInt(20).putInt(vectorLength);
    data.put((byte) type).put(new byte[3]).putInt(20 + nameLength);
    data.put(name.getBytes(StandardCharsets.UTF_8)).position(start + 20 + nameLength);
    data.put(value.getBytes(StandardCharsets.UTF_8));
    data.position(start + 20 + nameLength + valueLength);
  }
}
