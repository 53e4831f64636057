package dev.mulligan.notify;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parses the tags of a channel: {@code "a, b"}, {@code "a b"} or {@code [a, b]}. {@code 1:a} is the
 * tag {@code a} at the second stage of an escalation chain.
 */
public final class Tags {

  private Tags() {}

  /**
   * @param written a text or a list of texts
   * @return in the order written
   * @throws IllegalArgumentException with a message for people
   */
  public static Set<String> parse(Object written) {
    Set<String> tags = new LinkedHashSet<>();
    if (written instanceof List<?> list) {
      for (Object element : list) {
        addWords(tags, element);
      }
    } else {
      addWords(tags, written);
    }
    return Collections.unmodifiableSet(tags);
  }

  private static void addWords(Set<String> tags, Object written) {
    if (written instanceof List<?> || written instanceof Map<?, ?>) {
      throw new IllegalArgumentException("a tag is a word, and tags are a list of words");
    }
    for (String word : String.valueOf(written).split("[\\s,]+", -1)) {
      if (!word.isEmpty()) {
        tags.add(checked(word));
      }
    }
  }

  private static String checked(String word) {
    if (StagedTag.isStaged(word)) {
      StagedTag.of(word);
    }
    return word;
  }
}
