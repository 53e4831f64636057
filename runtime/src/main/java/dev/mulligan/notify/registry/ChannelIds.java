package dev.mulligan.notify.registry;

import java.util.HashMap;
import java.util.Map;

/**
 * Assigns short ids to channels, in the order in which they were first seen: {@code c1}, {@code
 * c2}. They are not derived from the URL, because an attacker could use them to guess its secret.
 */
final class ChannelIds {

  private final Map<String, String> idByUrl = new HashMap<>();

  /** Returns the id of a URL, always the same. */
  synchronized String of(String url) {
    String known = idByUrl.get(url);
    if (known != null) {
      return known;
    }
    String next = "c" + (idByUrl.size() + 1);
    idByUrl.put(url, next);
    return next;
  }

  /** Whether the text is this URL or its id. */
  synchronized boolean matches(String urlOrId, String url) {
    return urlOrId.equals(url) || urlOrId.equals(idByUrl.get(url));
  }
}
