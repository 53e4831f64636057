package dev.mulligan.notify;

import java.util.List;
import java.util.Set;

/**
 * Which channels a notification goes to: those that carry every tag of at least one group. No group
 * at all means the untagged channels.
 */
public record TagSelection(List<Set<String>> anyOf) {

  public static final TagSelection UNTAGGED = new TagSelection(List.of());
}
