package dev.mulligan.it.harness;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** Serves each connection of a socket on a thread of its own, until the socket is closed. */
final class Connections {

  /** Serves one connection, and closes it. */
  interface Service {
    void serve(Socket client) throws IOException;
  }

  private Connections() {}

  /** Returns the thread that accepts the connections. */
  static Thread accept(ServerSocket socket, Service service) {
    return daemon(
        () -> {
          while (true) {
            try {
              Socket client = socket.accept();
              Thread unused = daemon(() -> serve(client, service));
            } catch (IOException closed) {
              return;
            }
          }
        });
  }

  private static void serve(Socket client, Service service) {
    try (client) {
      service.serve(client);
    } catch (IOException gone) {
      // The client has gone away, which may be a part of the test.
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "test server");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
