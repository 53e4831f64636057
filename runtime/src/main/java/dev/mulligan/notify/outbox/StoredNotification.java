package dev.mulligan.notify.outbox;

import java.io.IOException;
import java.util.List;

/** A notification that the outbox keeps until every channel has concluded. */
public final class StoredNotification {

  private final Outbox outbox;
  private final int payload;
  private final List<Slot> slots;
  private final byte[] origin;

  // Guarded by the outbox's lock.
  private Segment segment;
  private long at;

  StoredNotification(
      Outbox outbox, Segment segment, long at, int payload, List<Slot> slots, byte[] origin) {
    this.outbox = outbox;
    this.segment = segment;
    this.at = at;
    this.payload = payload;
    this.slots = List.copyOf(slots);
    this.origin = origin;
  }

  /**
   * Returns what was stored.
   *
   * @throws IOException if the disk cannot read it
   */
  public byte[] payload() throws IOException {
    return outbox.read(this);
  }

  /** Returns the description of the process that accepted it. */
  public byte[] origin() {
    return origin.clone();
  }

  /** Returns the slots at the time when this process accepted the notification or took it over. */
  public List<Slot> slots() {
    return slots;
  }

  /**
   * Records a slot's state. Never throws: if the disk fails, another process may send a duplicate.
   */
  public void mark(int slot, SlotState state) {
    outbox.mark(this, slot, state);
  }

  /** Finishes the notification after all slots have concluded. Never throws. */
  public void finish() {
    outbox.finish(this);
  }

  /** Whether it is an entry of this journal. */
  public boolean isIn(Outbox journal) {
    return journal == outbox;
  }

  int length() {
    return Frame.length(payload, slots.size());
  }

  Segment segment() {
    return segment;
  }

  long at() {
    return at;
  }

  long stateAt(int slot) {
    return at + Frame.STATES_AT + slot;
  }

  long payloadAt() {
    return at + length() - payload;
  }

  int payloadLength() {
    return payload;
  }

  void moveTo(Segment other, long place) {
    segment = other;
    at = place;
  }
}
