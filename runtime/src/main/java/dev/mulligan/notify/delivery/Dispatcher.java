package dev.mulligan.notify.delivery;

import dev.mulligan.log.Log;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.group.OpenIncidents;
import dev.mulligan.notify.group.Outgoing;
import dev.mulligan.notify.group.Recipients;
import dev.mulligan.notify.lane.ChannelLane;
import dev.mulligan.notify.lane.Delivery;
import dev.mulligan.notify.lane.Lanes;
import dev.mulligan.notify.lane.MemoryContent;
import dev.mulligan.notify.lane.Progress;
import dev.mulligan.notify.lane.Route;
import dev.mulligan.notify.outbox.SlotState;
import dev.mulligan.notify.store.NotificationOutbox;
import dev.mulligan.notify.store.Outboxes;
import dev.mulligan.thread.MulliganThread;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Dispatches notifications: determines the route, stores a copy in the outbox, and hands it to the
 * lanes.
 */
final class Dispatcher implements Consumer<Outgoing> {

  private static final int NOWHERE_REPORTS = 100;

  private final Lanes lanes;
  private final Outboxes outboxes;
  private final OpenIncidents incidents;
  private final KeptIncidents kept;
  private final Function<Notification, Message> writer;
  private final CurrentRedactor redaction;
  private final Log log;
  private final Set<String> reportedNowhere = ConcurrentHashMap.newKeySet();

  /**
   * @param redaction applied to what goes to the outbox
   */
  Dispatcher(
      Lanes lanes,
      Outboxes outboxes,
      OpenIncidents incidents,
      KeptIncidents kept,
      Function<Notification, Message> writer,
      CurrentRedactor redaction,
      Log log) {
    this.lanes = lanes;
    this.outboxes = outboxes;
    this.incidents = incidents;
    this.kept = kept;
    this.writer = writer;
    this.redaction = redaction;
    this.log = log;
  }

  /** Dispatches a notification; blocks only for the write to the outbox. */
  @Override
  public void accept(Outgoing outgoing) {
    if (outgoing.isResolved()) {
      resolve(outgoing);
      return;
    }
    if (isFailure(outgoing)) {
      incidents.notified(outgoing.notification());
      kept.notified(outgoing.notification().fingerprint());
    }
    send(outgoing);
  }

  /**
   * Dispatches a resolution. An incident that another process of this program still has is left
   * open at the channels that keep incidents.
   */
  private void resolve(Outgoing outgoing) {
    String fingerprint = outgoing.notification().fingerprint();
    Optional<Outgoing> here =
        kept.isOpenElsewhere(fingerprint) ? outgoing.withoutIncidents() : Optional.of(outgoing);
    here.ifPresent(this::send);
    kept.over(fingerprint);
  }

  private void send(Outgoing outgoing) {
    Notification notification = outgoing.notification();
    Route route = lanes.route(outgoing);
    if (!route.lanes().isEmpty()) {
      deliver(outgoing, route);
    } else if (outgoing.recipients() == Recipients.ALL) {
      reportNowhere(notification);
    }
  }

  private void deliver(Outgoing outgoing, Route route) {
    Notification notification = outgoing.notification();
    Delivery delivery =
        new Delivery(
            notification,
            new MemoryContent(notification, writer),
            route,
            new Progress(
                route.chains(), Collections.nCopies(route.lanes().size(), SlotState.WAITING)),
            heldBackBy(outgoing),
            log);
    List<Integer> due = delivery.due();
    Optional<NotificationOutbox> outbox = outboxes.current();
    if (outbox.isPresent() && !due.isEmpty() && outgoing.recipients() != Recipients.REPEATED) {
      keep(outbox.get(), delivery, notification, route);
    }
    delivery.hand(due);
  }

  /** Whatever prevents the copy on the disk, the notification is still sent from memory. */
  private void keep(
      NotificationOutbox outbox, Delivery delivery, Notification notification, Route route) {
    try {
      outbox.keep(delivery, redaction.apply(notification), route);
    } catch (RuntimeException | Error e) {
      log.warnOnce("A notification could not be stored and stays in memory: " + e);
    }
  }

  /**
   * Never suppresses a resolution, because an incident that stays open is worse. A repeat is not
   * queued for a channel that rests: the next one says the same.
   */
  private static Predicate<ChannelLane> heldBackBy(Outgoing outgoing) {
    if (outgoing.recipients() == Recipients.REPEATED) {
      return ChannelLane::isResting;
    }
    return isFailure(outgoing) ? lane -> lane.holdsBack(outgoing.notification()) : lane -> false;
  }

  private static boolean isFailure(Outgoing outgoing) {
    return outgoing.recipients() == Recipients.ALL && !outgoing.isResolved();
  }

  /** Warns once for each tag selection, on a separate thread because a log may block. */
  private void reportNowhere(Notification notification) {
    String tags = notification.tags().toString();
    if (reportedNowhere.size() < NOWHERE_REPORTS && reportedNowhere.add(tags)) {
      String message =
          notification.type().title()
              + " not sent: there is no channel for its tags ("
              + tags
              + "); add one to notifications.channels";
      try {
        MulliganThread.named("notify-log", () -> log.warning(message)).start();
      } catch (OutOfMemoryError noThread) {
        reportedNowhere.remove(tags); // the next one says it
      }
    }
  }
}
