package dev.mulligan.metrics;

import dev.mulligan.log.Log;
import dev.mulligan.thread.MulliganThread;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP endpoint for metrics, at the address in the rule file. A separate thread opens it once
 * the application's main method runs. A failure is logged and has no other effect.
 */
public final class MetricsEndpoint implements AutoCloseable {

  private final MetricsPage page;
  private final Log log;

  // Guarded by this.
  private Optional<String> wanted = Optional.empty();
  private @Nullable AutoCloseable server;
  private boolean isClosed;

  public MetricsEndpoint(MetricsPage page, Log log) {
    this.page = page;
    this.log = log;
  }

  /**
   * Moves the endpoint to another address; returns at once.
   *
   * @param address {@code host:port}; empty for none
   */
  public synchronized void follow(Optional<String> address) {
    if (isClosed || wanted.equals(address)) {
      return;
    }
    stop();
    wanted = address;
    if (address.isPresent()) {
      String chosen = address.get();
      MulliganThread.named("metrics", new Opening(chosen)).start();
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    stop();
  }

  private void stop() {
    if (server != null) {
      try {
        server.close();
      } catch (Exception e) {
        log.debug("The metrics could not be closed: " + e);
      }
      server = null;
    }
  }

  private synchronized boolean isWanted(String address) {
    return !isClosed && wanted.equals(Optional.of(address));
  }

  private synchronized void open(String address) {
    if (!isWanted(address)) {
      return;
    }
    try {
      server = MetricsServer.start(socket(address), page);
      log.info("Metrics are at http://" + address + "/metrics");
    } catch (IOException e) {
      log.warning(
          "There are no metrics at " + address + ": " + e.getMessage() + "; choose another port");
    } catch (RuntimeException e) {
      log.warning("There are no metrics at " + address + ": " + e);
    }
  }

  private static InetSocketAddress socket(String address) {
    int colon = address.lastIndexOf(':');
    return new InetSocketAddress(
        address.substring(0, colon).replace("[", "").replace("]", ""),
        Integer.parseInt(address.substring(colon + 1)));
  }

  /** Not a lambda: this is created before the application's main method. */
  private final class Opening implements Runnable {

    private final String address;

    Opening(String address) {
      this.address = address;
    }

    @Override
    public void run() {
      if (ApplicationStart.await()) {
        open(address);
      }
    }
  }
}
