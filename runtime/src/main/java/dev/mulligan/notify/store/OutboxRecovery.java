package dev.mulligan.notify.store;

import dev.mulligan.log.Log;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.lane.ChannelLane;
import dev.mulligan.notify.lane.Content;
import dev.mulligan.notify.lane.Delivery;
import dev.mulligan.notify.lane.Lanes;
import dev.mulligan.notify.lane.Progress;
import dev.mulligan.notify.lane.Route;
import dev.mulligan.notify.outbox.Slot;
import dev.mulligan.notify.outbox.SlotState;
import dev.mulligan.notify.outbox.StoredNotification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends what an earlier process left in the outbox, to the original channels. */
final class OutboxRecovery {

  private final Lanes lanes;
  private final Log log;
  private int recovered;
  private int withoutChannel;
  private int unreadable;

  OutboxRecovery(Lanes lanes, Log log) {
    this.lanes = lanes;
    this.log = log;
  }

  void send(List<StoredNotification> left) {
    for (StoredNotification stored : left) {
      try {
        send(stored);
      } catch (IOException e) {
        unreadable++;
        stored.finish();
      }
    }
    report();
  }

  private void send(StoredNotification stored) throws IOException {
    NotificationCodec.Entry entry = NotificationCodec.read(stored.payload());
    List<Optional<ChannelLane>> found = new ArrayList<>();
    List<SlotState> states = new ArrayList<>();
    for (Slot slot : stored.slots()) {
      Optional<ChannelLane> lane = lanes.at(slot.channel());
      found.add(lane);
      states.add(lane.isEmpty() ? lost(slot.state()) : slot.state());
      withoutChannel += lane.isEmpty() && slot.state() != SlotState.DELIVERED ? 1 : 0;
    }
    Optional<ChannelLane> any = found.stream().flatMap(Optional::stream).findFirst();
    if (any.isEmpty()) {
      stored.finish();
      return;
    }
    recovered++;
    // A lost slot is never used, so that any lane can fill its place.
    List<ChannelLane> bySlot = found.stream().map(lane -> lane.orElse(any.get())).toList();
    send(stored, entry, bySlot, states);
  }

  private void send(
      StoredNotification stored,
      NotificationCodec.Entry entry,
      List<ChannelLane> bySlot,
      List<SlotState> states)
      throws IOException {
    ProcessInfo origin = NotificationCodec.readOrigin(stored.origin());
    Content content = new StoredContent(stored, origin::withHost);
    Delivery delivery =
        new Delivery(
            entry.notification(),
            content,
            new Route(bySlot, entry.chains()),
            new Progress(entry.chains(), states),
            lane -> false,
            log);
    delivery.isKeptAs(stored, content);
    delivery.hand(delivery.due());
  }

  private static SlotState lost(SlotState state) {
    return state == SlotState.DELIVERED ? state : SlotState.LOST;
  }

  private void report() {
    if (recovered > 0) {
      log.info("Notifications that an earlier process left in the outbox: " + recovered);
    }
    if (withoutChannel > 0) {
      log.warning(
          "Notifications in the outbox not sent, because their channels are no longer configured: "
              + withoutChannel);
    }
    if (unreadable > 0) {
      log.warning(
          "Notifications in the outbox dropped, because this version cannot read them: "
              + unreadable);
    }
  }
}
