package storm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads numbers, makes so many calls of a service on eight threads, and says how they went. */
public final class Main {

  private static final AtomicInteger ATTEMPTS = new AtomicInteger();

  private Main() {}

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(calls(Integer.parseInt(line), port, threads));
    }
    threads.shutdown();
  }

  private static String calls(int calls, int port, ExecutorService threads) throws Exception {
    ATTEMPTS.set(0);
    int succeeded = 0;
    List<Future<Boolean>> outcomes = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      outcomes.add(threads.submit(() -> succeeds(port)));
    }
    for (Future<Boolean> outcome : outcomes) {
      succeeded += outcome.get() ? 1 : 0;
    }
    return "attempts " + ATTEMPTS.get() + " succeeded " + succeeded;
  }

  private static boolean succeeds(int port) {
    try {
      connect(port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static void connect(int port) throws IOException {
    ATTEMPTS.incrementAndGet();
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }
}
