package dev.mulligan.cli.demo;

import dev.mulligan.cli.demo.Event.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The sample program in a separate JVM, with the agent. */
final class ShopProcess {

  private static final String AGENT_MARK = "[mulligan] ";
  private static final String INFO = "INFO ";

  private final Process process;
  private final Thread output;
  private final Thread errors;

  private ShopProcess(Process process, Event.Listener listener) {
    this.process = process;
    this.output = pump(process.getInputStream(), line -> listener.happened(Source.SHOP, line));
    this.errors = pump(process.getErrorStream(), line -> agentLine(line, listener));
  }

  /**
   * @param java the {@code java} command
   * @throws IOException when the process cannot be started
   */
  static ShopProcess start(
      String java, Path agentJar, ShopProgram program, int port, Event.Listener listener)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-javaagent:" + agentJar + "=" + program.rules(),
            "-cp",
            program.folder().toString(),
            ShopProgram.MAIN,
            "http://127.0.0.1:" + port + "/");
    Map<String, String> environment = builder.environment();
    // The demonstration must not send real notifications or use other rules than its own.
    List.copyOf(environment.keySet()).stream()
        .filter(name -> name.startsWith("NOTIFICATION_") || name.startsWith("MULLIGAN_"))
        .forEach(environment::remove);
    environment.put("DEMO_PORT", Integer.toString(port));
    return new ShopProcess(builder.start(), listener);
  }

  /**
   * @return whether the program ended by itself, in time, with status 0
   */
  boolean awaitEnd(long seconds) throws InterruptedException {
    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    output.join();
    errors.join();
    return ended && process.exitValue() == 0;
  }

  private static void agentLine(String line, Event.Listener listener) {
    int mark = line.indexOf(AGENT_MARK);
    if (mark >= 0) {
      String said = line.substring(mark + AGENT_MARK.length());
      listener.happened(Source.AGENT, said.startsWith(INFO) ? said.substring(INFO.length()) : said);
    } else if (!line.startsWith("Picked up JAVA_TOOL_OPTIONS")) {
      listener.happened(Source.SHOP, line);
    }
  }

  private static Thread pump(InputStream from, Consumer<String> lines) {
    Thread thread = new Thread(() -> readLines(from, lines), "mulligan-demo");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void readLines(InputStream from, Consumer<String> lines) {
    Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, charset))) {
      reader.lines().forEach(lines);
    } catch (IOException | java.io.UncheckedIOException ended) {
      // the program's end is the end of its output
    }
  }
}
