package dev.mulligan.benchmarks.startup;

import java.util.List;

/**
 * A figure without noise beside the times.
 *
 * @param parsed those that did not come from the JVM's own archive
 */
record LoadedClasses(int all, int parsed) {

  /**
   * @param log what {@code -Xlog:class+load} wrote
   */
  static LoadedClasses in(List<String> log) {
    List<String> loaded = log.stream().filter(line -> line.contains(" source: ")).toList();
    List<String> parsed =
        loaded.stream().filter(line -> !line.contains(" source: shared objects file")).toList();
    return new LoadedClasses(loaded.size(), parsed.size());
  }
}
