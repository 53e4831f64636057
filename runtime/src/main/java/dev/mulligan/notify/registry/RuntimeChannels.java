package dev.mulligan.notify.registry;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The changes of channels at run time; they take precedence over the rule file and the environment.
 */
final class RuntimeChannels {

  // Guarded by this. The keys contain secrets.
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

  /** Whether a change at run time replaces the configured channel with this URL. */
  synchronized boolean overrides(String url) {
    return removed.contains(url) || tagsByUrl.containsKey(url);
  }

  synchronized Map<String, Set<String>> added() {
    return new LinkedHashMap<>(tagsByUrl);
  }
}
