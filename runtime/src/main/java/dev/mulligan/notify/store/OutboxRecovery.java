package dev.mulligan.notify.store;

import dev.mulligan.log.Log;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.StoredAge;
import dev.mulligan.notify.lane.ChannelLane;
import dev.mulligan.notify.lane.Content;
import dev.mulligan.notify.lane.Delivery;
import dev.mulligan.notify.lane.DeliveryBackoff;
import dev.mulligan.notify.lane.Lanes;
import dev.mulligan.notify.lane.Progress;
import dev.mulligan.notify.lane.Route;
import dev.mulligan.notify.outbox.Slot;
import dev.mulligan.notify.outbox.SlotState;
import dev.mulligan.notify.outbox.StoredNotification;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Sends what an earlier process left in the outbox, to the original channels. */
final class OutboxRecovery {

  private final Lanes lanes;
  private final Clock clock;
  private final Log log;
  private int recovered;
  private int withoutChannel;
  private int unreadable;

  OutboxRecovery(Lanes lanes, Clock clock, Log log) {
    this.lanes = lanes;
    this.clock = clock;
    this.log = log;
  }

  /** A notification with its time. */
  private record Recovered(Instant time, Delivery delivery) {}

  /**
   * Hands all to the lanes, the oldest first: the files, and the notifications that were moved from
   * one to another, are in no order.
   *
   * @param isEnding then they stay in the outbox
   */
  void send(List<StoredNotification> left, BooleanSupplier isEnding) {
    List<Recovered> all = new ArrayList<>();
    for (StoredNotification stored : left) {
      try {
        recover(stored).ifPresent(all::add);
      } catch (IOException e) {
        unreadable++;
        stored.finish();
      }
    }
    if (!isEnding.getAsBoolean()) {
      all.sort(Comparator.comparing(Recovered::time));
      all.forEach(one -> one.delivery().hand(one.delivery().due()));
      report();
    }
  }

  private Optional<Recovered> recover(StoredNotification stored) throws IOException {
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
      return Optional.empty();
    }
    recovered++;
    // A lost slot is never used, so that any lane can fill its place.
    List<ChannelLane> bySlot = found.stream().map(lane -> lane.orElse(any.get())).toList();
    Delivery delivery = delivery(stored, entry, bySlot, states);
    return Optional.of(new Recovered(entry.notification().time(), delivery));
  }

  private Delivery delivery(
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
    delivery.wasAcceptedBefore(
        StoredAge.of(
            entry.notification().time(), clock.instant(), DeliveryBackoff.OLDEST_TAKEN_OVER));
    delivery.isKeptAs(stored, content);
    return delivery;
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
