package dev.mulligan.it.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the output of a running child JVM line by line. */
final class Lines {

  private final List<String> lines = new ArrayList<>();
  private final Thread reader;
  private boolean ended;

  Lines(InputStream stream) {
    reader = new Thread(() -> read(stream), "reads a child JVM");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream stream) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        add(line);
      }
    } catch (IOException killed) {
      // A killed child's pipe breaks: what it said until then is what it said.
    }
    end();
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized List<String> soFar() {
    return List.copyOf(lines);
  }

  void awaitEnd(Duration atMost) throws InterruptedException {
    reader.join(atMost.toMillis());
  }

  /**
   * @param from index of the first line that counts
   */
  synchronized Optional<String> await(int from, Predicate<String> wanted, Duration atMost)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      Optional<String> found = lines.stream().skip(from).filter(wanted).findFirst();
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (found.isPresent() || ended || left <= 0) {
        return found;
      }
      wait(left);
    }
  }
}
