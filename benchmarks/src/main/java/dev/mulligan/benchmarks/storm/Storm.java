package dev.mulligan.benchmarks.storm;

import com.acme.shop.Orders;
import dev.mulligan.benchmarks.lab.Jdk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A variant of the application whose service is down.
 *
 * @param options the options of the JVM
 */
record Storm(String name, List<String> options) {

  /** The counts that the application printed. */
  record Toll(long calls, long attempts) {}

  /**
   * @throws IOException when the application did not end normally
   */
  Toll rage(Jdk jdk, Path classPath, int threads, long seconds)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath.toString(), Orders.class.getName()));
    command.addAll(
        List.of(String.valueOf(deadPort()), String.valueOf(threads), String.valueOf(seconds)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String[] counted = output.strip().split(" ", -1);
    if (process.waitFor() != 0 || counted.length != 2) {
      throw new IOException(name + " on JDK " + jdk + " failed: " + output);
    }
    return new Toll(Long.parseLong(counted[0]), Long.parseLong(counted[1]));
  }

  private static int deadPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
