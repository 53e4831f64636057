package core;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Each method has a rule of its own. */
final class Methods {

  private static final long LONG_MILLIS = 10_000;

  private Methods() {}

  static boolean plain(boolean fails) throws IOException {
    return work(fails);
  }

  static boolean described(boolean fails) throws IOException {
    return work(fails);
  }

  static Object nothing(boolean fails) {
    return fails ? null : "";
  }

  static int number(boolean fails) {
    return fails ? 503 : 200;
  }

  static String text(boolean fails) {
    return fails ? "busy 1" : "ready";
  }

  static Answer property(boolean fails) {
    return new Answer(fails ? 503 : 200);
  }

  static boolean bounded(boolean fails) throws IOException {
    return work(fails);
  }

  static boolean timed(boolean fails) throws IOException {
    return work(fails);
  }

  static boolean slow() throws InterruptedException {
    Thread.sleep(LONG_MILLIS);
    return true;
  }

  static boolean broken(boolean fails) throws IOException {
    return work(fails);
  }

  static boolean limited(boolean fails) throws IOException {
    return work(fails);
  }

  static boolean crowded(boolean fails) throws IOException {
    return work(fails);
  }

  static boolean replaced(boolean fails) throws IOException {
    return work(fails);
  }

  static CompletableFuture<Boolean> future(boolean fails) {
    return CompletableFuture.supplyAsync(() -> unchecked(fails));
  }

  static CompletableFuture<Boolean> guardedFuture(boolean fails) {
    return CompletableFuture.supplyAsync(() -> unchecked(fails));
  }

  private static boolean work(boolean fails) throws IOException {
    if (fails) {
      throw new IOException("refused", new IllegalStateException("cause"));
    }
    return true;
  }

  private static boolean unchecked(boolean fails) {
    if (fails) {
      throw new IllegalStateException("refused");
    }
    return true;
  }

  record Answer(int status) {}
}
