package dev.mulligan.cli.demo;

import dev.mulligan.cli.demo.Event.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Runs the demonstration: the sample program with the agent against the flaky service. */
public final class Demonstration {

  private static final long PROGRAM_SECONDS = 60;
  private static final long NOTIFICATION_MILLIS = 3_000;

  private final Path agentJar;
  private final String java;
  private final Consumer<Event> watcher;
  private final long begin = System.nanoTime();
  private final List<Event> events = new CopyOnWriteArrayList<>();

  /**
   * @param java the command that runs the program
   * @param watcher receives each event as it happens, one at a time
   */
  public Demonstration(Path agentJar, String java, Consumer<Event> watcher) {
    this.agentJar = agentJar;
    this.java = java;
    this.watcher = watcher;
  }

  /**
   * @param recovered whether tea's price arrived although the service failed twice
   * @param notified whether a notification about coffee's arrived
   * @param events in the order in which they happened
   */
  public record Outcome(boolean recovered, boolean notified, List<Event> events) {
    public boolean succeeded() {
      return recovered && notified;
    }
  }

  /**
   * @throws IOException when the program or the service cannot be started
   */
  public Outcome run() throws IOException, InterruptedException {
    try (FlakyService service = FlakyService.start(this::happened);
        ShopProgram program = ShopProgram.unpack()) {
      boolean ended =
          ShopProcess.start(java, agentJar, program, service.port(), this::happened)
              .awaitEnd(PROGRAM_SECONDS);
      boolean notified = ended && service.awaitNotification(NOTIFICATION_MILLIS);
      return new Outcome(hasRecovered(), notified, List.copyOf(events));
    }
  }

  private boolean hasRecovered() {
    return events.stream()
        .anyMatch(event -> event.source() == Source.SHOP && event.text().startsWith("tea costs"));
  }

  private synchronized void happened(Source source, String text) {
    Event event = new Event((System.nanoTime() - begin) / 1_000_000, source, text);
    events.add(event);
    watcher.accept(event);
  }
}
