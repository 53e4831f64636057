package exhausted;

/** Holds the heap but for a number of bytes. */
final class Heap {

  private static final int LARGEST = 1 << 16;

  private Object[] held;
  private byte[] reserve;

  void hold(int free) {
    reserve = new byte[free];
    for (int size = LARGEST; size >= 16; size /= 4) {
      fill(size);
    }
    reserve = null;
  }

  private void fill(int size) {
    try {
      while (true) {
        Object[] link = new Object[size / 4];
        link[0] = held;
        held = link;
      }
    } catch (OutOfMemoryError full) {
      // The next, smaller size.
    }
  }

  void release() {
    held = null;
  }
}
