package dev.mulligan.notify.delivery;

import dev.mulligan.log.Log;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A log whose lines a test can wait for and read. */
public final class LogLines {

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Log log =
      new Log(new Lines(), Log.Level.DEBUG, UnaryOperator.identity(), Clock.systemUTC());

  public Log log() {
    return log;
  }

  /** The next line, such as {@code INFO …}; waits for it. */
  public String next() throws InterruptedException {
    String line = lines.poll(10, TimeUnit.SECONDS);
    return line == null ? "no line came" : line;
  }

  /** All lines not yet taken. */
  public List<String> rest() {
    List<String> rest = new ArrayList<>();
    lines.drainTo(rest);
    return rest;
  }

  private final class Lines extends PrintStream {
    Lines() {
      super(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    @Override
    public void println(String line) {
      lines.add(line.substring(line.indexOf("[mulligan] ") + "[mulligan] ".length()));
    }
  }
}
