package service;

import java.io.IOException;

class Orders {
  private static volatile int index;

  private int attempts;

  String place(String what) throws IOException {
    index = StackWalker.getInstance().walk(frames -> frames.findFirst().get().getByteCodeIndex());
    attempts++;
    if (what.equals("slowly") && attempts == 2) {
      takeLong();
    }
    if (attempts < 3) {
      throw new IOException("failure " + attempts);
    }
    return "attempt " + attempts;
  }

  private static void takeLong() {
    try {
      Thread.sleep(3_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where in the method's bytecode its last call was: tells whether an agent has rewritten it. */
  static int index() {
    return index;
  }
}
