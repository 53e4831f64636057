package dev.mulligan.notify.lane;

import dev.mulligan.notify.outbox.SlotState;
import java.util.ArrayList;
import java.util.List;

/** The progress of a notification in its chains. Not thread-safe. */
public final class Progress {

  private final List<Route.Chain> chains;
  private final List<SlotState> states;

  /**
   * @param states by slot; an owed slot is tried again
   */
  public Progress(List<Route.Chain> chains, List<SlotState> states) {
    this.chains = chains;
    this.states = new ArrayList<>();
    for (SlotState state : states) {
      this.states.add(state == SlotState.OWED ? SlotState.WAITING : state);
    }
  }

  /** Returns the slots that are due, and marks them as owed. */
  public List<Integer> next() {
    List<Integer> next = new ArrayList<>();
    for (Route.Chain chain : chains) {
      for (int slot : currentStage(chain)) {
        if (states.get(slot) == SlotState.WAITING) {
          states.set(slot, SlotState.OWED);
          next.add(slot);
        }
      }
    }
    return next;
  }

  /** Whether a chain has a further stage after this slot's. */
  boolean escalates(int slot) {
    for (Route.Chain chain : chains) {
      int last = chain.stages().size() - 1;
      for (int stage = 0; stage < last; stage++) {
        if (chain.stages().get(stage).contains(slot)) {
          return true;
        }
      }
    }
    return false;
  }

  public void set(int slot, SlotState state) {
    states.set(slot, state);
  }

  /** Whether no slot can become due any more. */
  boolean isAtItsLastStage() {
    return !states.contains(SlotState.WAITING);
  }

  /** Whether no slot is owed any more. */
  boolean isOver() {
    return !states.contains(SlotState.OWED);
  }

  List<SlotState> states() {
    return List.copyOf(states);
  }

  /** Returns the first stage that has not failed completely. */
  private List<Integer> currentStage(Route.Chain chain) {
    for (List<Integer> stage : chain.stages()) {
      for (int slot : stage) {
        if (states.get(slot) != SlotState.LOST) {
          return stage;
        }
      }
    }
    return List.of();
  }
}
