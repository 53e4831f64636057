package dev.mulligan.notify.lane;

import dev.mulligan.notify.TagSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The channels of a notification, each in its own slot, and their order.
 *
 * @param lanes by slot
 * @param chains independent escalation chains; a slot may be in several
 */
public record Route(List<ChannelLane> lanes, List<Chain> chains) {

  /**
   * An escalation chain.
   *
   * @param stages the slots of each stage; a stage follows if no channel of the previous one
   *     accepted the notification
   */
  public record Chain(List<List<Integer>> stages) {}

  public Route {
    lanes = List.copyOf(lanes);
    chains = List.copyOf(chains);
  }

  /**
   * A channel that may be selected.
   *
   * @param isApart used at once, whatever the notification's tags and the results of others
   */
  record Candidate(Set<String> tags, boolean isApart, ChannelLane lane) {}

  static Route of(List<Candidate> candidates, TagSelection tags) {
    List<Candidate> selected = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.isApart() || tags.selects(candidate.tags())) {
        selected.add(candidate);
      }
    }
    List<Chain> chains = new ArrayList<>();
    for (int chain = 0; chain < tags.chains(); chain++) {
      chains.add(chain(chain, selected, tags));
    }
    chains.add(apart(selected));
    chains.removeIf(chain -> chain.stages().isEmpty());
    return new Route(selected.stream().map(Candidate::lane).toList(), chains);
  }

  /** Returns one chain with all slots in one stage. */
  public static List<Chain> allAtOnce(int slots) {
    List<Integer> all = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      all.add(slot);
    }
    return List.of(new Chain(List.of(all)));
  }

  private static Chain chain(int chain, List<Candidate> selected, TagSelection tags) {
    SortedMap<Integer, List<Integer>> stages = new TreeMap<>();
    for (int slot = 0; slot < selected.size(); slot++) {
      OptionalInt stage = tags.stage(chain, selected.get(slot).tags());
      if (stage.isPresent()) {
        stages.computeIfAbsent(stage.getAsInt(), number -> new ArrayList<>()).add(slot);
      }
    }
    return new Chain(List.copyOf(stages.values()));
  }

  private static Chain apart(List<Candidate> selected) {
    List<Integer> slots = new ArrayList<>();
    for (int slot = 0; slot < selected.size(); slot++) {
      if (selected.get(slot).isApart()) {
        slots.add(slot);
      }
    }
    return new Chain(slots.isEmpty() ? List.of() : List.of(slots));
  }
}
