package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two nodes of Debian's {@code prometheus-alertmanager} that know each other, on loopback. */
public final class AlertmanagerCluster implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");

  private final List<Integer> ports = new ArrayList<>();
  private final List<Peer> nodes = new ArrayList<>();

  private AlertmanagerCluster() {}

  /**
   * @param configuration of both nodes: a file of Alertmanager's
   * @param folder for what they keep
   */
  public static AlertmanagerCluster start(String configuration, Path folder) {
    AlertmanagerCluster cluster = new AlertmanagerCluster();
    try {
      Path file = Files.writeString(folder.resolve("alertmanager.yml"), configuration);
      int firstPeer = Ports.free();
      cluster.node(file, folder.resolve("1"), firstPeer, List.of());
      List<String> peer = List.of("--cluster.peer=127.0.0.1:" + firstPeer);
      cluster.node(file, folder.resolve("2"), Ports.free(), peer);
      cluster.awaitReady();
      return cluster;
    } catch (IOException e) {
      cluster.close();
      throw new UncheckedIOException(e);
    } catch (AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  private void node(Path file, Path storage, int clusterPort, List<String> more) {
    int port = Ports.free();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--config.file=" + file,
                "--storage.path=" + storage,
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=127.0.0.1:" + clusterPort,
                "--cluster.advertise-address=127.0.0.1:" + clusterPort,
                "--cluster.gossip-interval=50ms",
                "--cluster.settle-timeout=10s",
                "--cluster.reconnect-interval=1s",
                "--cluster.peer-timeout=1s"));
    arguments.addAll(more);
    nodes.add(Peer.start(PROGRAM, arguments));
    ports.add(port);
  }

  /**
   * Ready is a node that has heard no more news of others for a while; it may still be alone, when
   * the other was not there yet, and would page for itself.
   */
  private void awaitReady() {
    for (int i = 0; i < nodes.size(); i++) {
      nodes.get(i).awaitAnswer("http://127.0.0.1:" + ports.get(i) + "/api/v2/status", "\"ready\"");
    }
    Waiting.until(this::haveMet, this::report);
  }

  private boolean haveMet() {
    return addresses().stream()
        .map(address -> Peer.answer("http://" + address + "/api/v2/status"))
        .allMatch(status -> status.split("\"address\"", -1).length == nodes.size() + 1);
  }

  /** {@code 127.0.0.1:port} of each node. */
  public List<String> addresses() {
    return ports.stream().map(port -> "127.0.0.1:" + port).toList();
  }

  /**
   * How many alerts each node says it was sent, repeats and all.
   *
   * @param status {@code firing} or {@code resolved}
   */
  public List<Long> received(String status) {
    String line = "alertmanager_alerts_received_total{status=\"" + status + "\",version=\"v2\"} ";
    return addresses().stream()
        .map(address -> Peer.answer("http://" + address + "/metrics"))
        .map(metrics -> metrics.lines().filter(text -> text.startsWith(line)).findFirst())
        .map(found -> found.map(text -> Long.parseLong(text.substring(line.length()))).orElse(0L))
        .toList();
  }

  /** One of the nodes dies. */
  public void kill(int node) {
    nodes.get(node).close();
  }

  /** What the nodes wrote, for a failing test's message. */
  public String report() {
    return String.join("\n", nodes.stream().map(Peer::report).toList());
  }

  @Override
  public void close() {
    nodes.forEach(Peer::close);
  }
}
