package dev.mulligan.notify.registry;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What was changed while the process runs; goes before rule file and environment. */
final class RuntimeChannels {

  // Guarded by this. The keys hold secrets.
  private final Map<String, Set<String>> tagsByUrl = new LinkedHashMap<>();
  private final Set<String> removed = new LinkedHashSet<>();

  synchronized void add(String url, Set<String> tags) {
    removed.remove(url);
    tagsByUrl.remove(url);
    tagsByUrl.put(url, Set.copyOf(tags));
  }

  synchronized void remove(String url) {
    tagsByUrl.remove(url);
    removed.add(url);
  }

  /** Whether the rule file's or the environment's channel with this URL has no say any more. */
  synchronized boolean overrides(String url) {
    return removed.contains(url) || tagsByUrl.containsKey(url);
  }

  synchronized Map<String, Set<String>> added() {
    return new LinkedHashMap<>(tagsByUrl);
  }
}
