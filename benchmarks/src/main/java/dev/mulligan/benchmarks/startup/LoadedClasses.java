package dev.mulligan.benchmarks.startup;

import java.util.List;

/**
 * The number of loaded classes: a figure without noise, in addition to the times.
 *
 * @param parsed the classes that did not come from the JVM's own archive
 */
record LoadedClasses(int all, int parsed) {

  /**
   * @param log the output of {@code -Xlog:class+load}
   */
  static LoadedClasses in(List<String> log) {
    List<String> loaded = log.stream().filter(line -> line.contains(" source: ")).toList();
    List<String> parsed =
        loaded.stream().filter(line -> !line.contains(" source: shared objects file")).toList();
    return new LoadedClasses(loaded.size(), parsed.size());
  }
}
