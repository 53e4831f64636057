package exhausted;

import java.io.FileInputStream;
import java.io.IOException;

/** Holds every file descriptor that the process may have. */
final class Files {

  private final FileInputStream[] held = new FileInputStream[100_000];
  private int count;

  /** Loads what holding needs. */
  void warmUp() throws IOException {
    new FileInputStream("/dev/null").close();
    try {
      new FileInputStream("/dev/null/none").close();
    } catch (IOException expected) {
      // Its class is loaded now.
    }
  }

  String hold() {
    try {
      while (true) {
        held[count] = new FileInputStream("/dev/null");
        count++;
      }
    } catch (IOException full) {
      return "held " + count + " files: " + full.getMessage();
    }
  }

  void release() {
    while (count > 0) {
      count--;
      try {
        held[count].close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      held[count] = null;
    }
  }
}
