package dev.mulligan.notify.lane;

import dev.mulligan.notify.TagSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which channels a notification goes to, each in a slot of its own, and in which order.
 *
 * @param lanes by slot
 * @param chains escalations that know nothing of each other; a slot may be in several
 */
public record Route(List<ChannelLane> lanes, List<Chain> chains) {

  /**
   * @param stages slots to be asked together; the next ones when none of these took it
   */
  public record Chain(List<List<Integer>> stages) {}

  public Route {
    lanes = List.copyOf(lanes);
    chains = List.copyOf(chains);
  }

  /**
   * One who may be selected.
   *
   * @param isApart asked at once, whatever the notification's tags and whatever becomes of others
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

  /** All of them at once. */
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
