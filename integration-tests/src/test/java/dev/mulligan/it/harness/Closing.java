package dev.mulligan.it.harness;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

final class Closing {

  private Closing() {}

  static void now(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
