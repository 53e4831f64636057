package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * An HTTP or HTTPS server on a raw socket, that answers its requests in a scripted order, each on a
 * connection of its own; after the script's end it repeats the last answer. Until {@link #open} is
 * called its port refuses connections.
 */
public final class ScriptedServer implements AutoCloseable {

  private final int port = Ports.free();
  private final ServerSocketFactory sockets;
  private final List<Answer> script;
  private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
  private Optional<ServerSocket> listener = Optional.empty();
  private Optional<Thread> accepting = Optional.empty();

  private ScriptedServer(ServerSocketFactory sockets, List<Answer> script) {
    this.sockets = sockets;
    this.script = script;
  }

  /** Refuses connections until it is opened. */
  public static ScriptedServer closed(Answer... script) {
    return new ScriptedServer(ServerSocketFactory.getDefault(), List.of(script));
  }

  public static ScriptedServer answering(Answer... script) {
    ScriptedServer server = closed(script);
    server.open();
    return server;
  }

  /** By HTTPS, as the hosts of the authority's. */
  public static ScriptedServer secure(TestAuthority authority, Answer... script) {
    ScriptedServer server =
        new ScriptedServer(authority.context().getServerSocketFactory(), List.of(script));
    server.open();
    return server;
  }

  public int port() {
    return port;
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** All requests so far, also those that got no answer. */
  public List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  public void open() {
    try {
      ServerSocket socket = sockets.createServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      listener = Optional.of(socket);
      accepting = Optional.of(Connections.accept(socket, this::serve));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket client) throws IOException {
    ReceivedRequest request = read(client.getInputStream());
    next(request).give(client);
  }

  private synchronized Answer next(ReceivedRequest request) {
    requests.add(request);
    return script.get(Math.min(requests.size(), script.size()) - 1);
  }

  private static ReceivedRequest read(InputStream in) throws IOException {
    String[] start = line(in).split(" ", -1);
    if (start.length < 2) {
      throw new IOException("not a request");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new ReceivedRequest(start[0], start[1], headers, body, System.nanoTime());
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != -1 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  /** From its return on connections are refused: until its thread has left accept, some are not. */
  @Override
  public void close() {
    listener.ifPresent(Closing::now);
    accepting.ifPresent(ScriptedServer::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
