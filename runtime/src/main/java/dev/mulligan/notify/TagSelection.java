package dev.mulligan.notify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which channels a notification goes to: those that carry every tag of at least one group. No group
 * at all means the untagged channels. The rules are Apprise's: the tag {@code all} fits every
 * channel, and a channel tagged {@code always} joins every selection.
 */
public record TagSelection(List<Set<String>> anyOf) {

  public static final TagSelection UNTAGGED = new TagSelection(List.of());

  private static final String ALL = "all";
  private static final String ALWAYS = "always";

  public TagSelection {
    // No stream and no lambda: the rule file is read before the application starts.
    List<Set<String>> groups = new ArrayList<>();
    for (Set<String> group : anyOf) {
      groups.add(Set.copyOf(group));
    }
    anyOf = List.copyOf(groups);
  }

  /**
   * Reads a value of the rule file: {@code "a, b"}, {@code "a b"} and {@code [a, b]} are any of
   * them, {@code [[a, b]]} both.
   *
   * @param written a text, or a list of texts and of lists of texts
   * @throws IllegalArgumentException with what is wrong, for people
   */
  public static TagSelection parse(Object written) {
    List<Set<String>> groups = new ArrayList<>();
    if (!(written instanceof List<?> list)) {
      addEach(groups, Tags.parse(written));
      return new TagSelection(groups);
    }
    for (Object element : list) {
      if (element instanceof List<?> together) {
        addTogether(groups, Tags.parse(together));
      } else {
        addEach(groups, Tags.parse(element));
      }
    }
    return new TagSelection(groups);
  }

  /** Whether a channel with these tags is selected. */
  public boolean selects(Set<String> channelTags) {
    if (channelTags.contains(ALWAYS)) {
      return true;
    }
    if (anyOf.isEmpty()) {
      return channelTags.isEmpty();
    }
    for (Set<String> group : anyOf) {
      if (carriesEvery(group, channelTags)) {
        return true;
      }
    }
    return false;
  }

  /** As people write it: {@code critical, ops+night}; {@code none} for the untagged channels. */
  @Override
  public String toString() {
    if (anyOf.isEmpty()) {
      return "none";
    }
    List<String> groups = new ArrayList<>();
    for (Set<String> group : anyOf) {
      groups.add(String.join("+", group.stream().sorted().toList()));
    }
    return String.join(", ", groups);
  }

  private static boolean carriesEvery(Set<String> group, Set<String> channelTags) {
    for (String tag : group) {
      if (!tag.equals(ALL) && !channelTags.contains(tag)) {
        return false;
      }
    }
    return true;
  }

  private static void addEach(List<Set<String>> groups, Set<String> tags) {
    for (String tag : tags) {
      groups.add(Set.of(tag));
    }
  }

  private static void addTogether(List<Set<String>> groups, Set<String> tags) {
    if (!tags.isEmpty()) {
      groups.add(new LinkedHashSet<>(tags));
    }
  }
}
