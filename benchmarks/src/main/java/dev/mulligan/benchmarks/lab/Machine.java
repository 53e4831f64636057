package dev.mulligan.benchmarks.lab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Describes the machine of the measurement and its load. */
public final class Machine {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private Machine() {}

  public static String describe() throws IOException {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return "%d × %s, %s %s, load before the run %.2f"
        .formatted(
            system.getAvailableProcessors(),
            processor(system),
            system.getName(),
            system.getVersion(),
            system.getSystemLoadAverage());
  }

  private static String processor(OperatingSystemMXBean system) throws IOException {
    List<String> lines = Files.exists(CPU_INFO) ? Files.readAllLines(CPU_INFO) : List.of();
    Stream<String> models = lines.stream().filter(line -> line.startsWith("model name"));
    return models
        .map(line -> line.replaceFirst("^.*?: *", ""))
        .findFirst()
        .orElse(system.getArch());
  }
}
