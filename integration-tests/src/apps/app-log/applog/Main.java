package applog;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A program with a log of its own on standard output, which the first argument chooses: {@code
 * replaced}, as servers do, writes each line of {@code System.err} into the log as an error.
 */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "replaced" -> System.setErr(new PrintStream(new AsErrors(), true));
      case "logback" -> useLogback();
      default -> useJul();
    }
    System.out.println("ready");
    Orders orders = new Orders();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (arguments[0].equals("logback")) {
        MDC.put("order", line);
      }
      String answer = "answer " + orders.tryPlace(Integer.parseInt(line));
      System.out.println(answer);
    }
  }

  private static void useLogback() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("LOG %level %logger [%X{order}] %msg%n");
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setEncoder(encoder);
    console.start();
    ch.qos.logback.classic.Logger root = context.getLogger("ROOT");
    root.detachAndStopAllAppenders();
    root.addAppender(console);
    root.info("configured");
  }

  private static void useJul() {
    LogManager.getLogManager().reset();
    Logger.getLogger("").addHandler(new ToOut());
    Logger.getLogger("").info("configured");
  }

  /** As the servers' own. */
  private static final class AsErrors extends OutputStream {
    private final StringBuilder line = new StringBuilder();

    @Override
    public synchronized void write(int b) {
      if (b == '\n') {
        System.out.println("LOG ERROR stderr " + line);
        line.setLength(0);
      } else {
        line.append((char) b);
      }
    }
  }

  private static final class ToOut extends Handler {
    @Override
    public void publish(LogRecord line) {
      System.out.println(
          "LOG " + line.getLevel() + " " + line.getLoggerName() + " " + line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
