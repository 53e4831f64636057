package dev.mulligan.notify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Selects the channels of a notification: those that have every tag of at least one group. A
 * selection without groups selects the untagged channels. The rules are Apprise's: the tag {@code
 * all} matches every channel, and a channel tagged {@code always} is part of every selection.
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
   * Parses a value of the rule file: {@code "a, b"}, {@code "a b"} and {@code [a, b]} mean any of
   * them, {@code [[a, b]]} means both.
   *
   * @param written a text, or a list of texts and of lists of texts
   * @throws IllegalArgumentException with a message for people
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

  /** Whether a channel with these tags is selected, at any stage. */
  public boolean selects(Set<String> channelTags) {
    if (joinsAlways(channelTags)) {
      return true;
    }
    for (int chain = 0; chain < chains(); chain++) {
      if (stage(chain, channelTags).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a channel with these tags gets every notification at once, independent of other
   * channels.
   */
  public static boolean joinsAlways(Set<String> channelTags) {
    return channelTags.contains(ALWAYS);
  }

  /** Returns the number of escalation chains: one for each group, each with one or more stages. */
  public int chains() {
    return Math.max(1, anyOf.size());
  }

  /**
   * Returns the stage of a channel with these tags, from 0. A stage is used if no channel of the
   * previous one accepted the notification. Empty if the channel is not part of the chain.
   *
   * @param chain from 0
   */
  public OptionalInt stage(int chain, Set<String> channelTags) {
    if (anyOf.isEmpty()) {
      return channelTags.isEmpty() ? OptionalInt.of(0) : OptionalInt.empty();
    }
    int latest = 0;
    for (String tag : anyOf.get(chain)) {
      OptionalInt stage = tag.equals(ALL) ? OptionalInt.of(0) : StagedTag.stage(tag, channelTags);
      if (stage.isEmpty()) {
        return OptionalInt.empty();
      }
      latest = Math.max(latest, stage.getAsInt());
    }
    return OptionalInt.of(latest);
  }

  /**
   * Returns the selection as users write it: {@code critical, ops+night}; {@code none} for the
   * untagged channels.
   */
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

  private static void addEach(List<Set<String>> groups, Set<String> tags) {
    for (String tag : tags) {
      groups.add(Set.of(withoutStage(tag)));
    }
  }

  private static void addTogether(List<Set<String>> groups, Set<String> tags) {
    if (!tags.isEmpty()) {
      for (String tag : tags) {
        withoutStage(tag);
      }
      groups.add(new LinkedHashSet<>(tags));
    }
  }

  private static String withoutStage(String tag) {
    if (StagedTag.isStaged(tag)) {
      throw new IllegalArgumentException(
          "'"
              + tag
              + "' names one stage of an escalation chain: write '"
              + StagedTag.of(tag).name()
              + "', the stages follow one another");
    }
    return tag;
  }
}
