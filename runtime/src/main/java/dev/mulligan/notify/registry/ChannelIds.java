package dev.mulligan.notify.registry;

import java.util.HashMap;
import java.util.Map;

/**
 * Short names of channels, in the order in which they were first seen: {@code c1}, {@code c2}. Not
 * made from the URL: what is made from a secret can be used to guess it.
 */
final class ChannelIds {

  private final Map<String, String> idByUrl = new HashMap<>();

  /** The same for the same URL, always. */
  synchronized String of(String url) {
    String known = idByUrl.get(url);
    if (known != null) {
      return known;
    }
    String next = "c" + (idByUrl.size() + 1);
    idByUrl.put(url, next);
    return next;
  }

  /** Whether a person's word means the channel with this URL: the URL itself, or its id. */
  synchronized boolean means(String word, String url) {
    return word.equals(url) || word.equals(idByUrl.get(url));
  }
}
