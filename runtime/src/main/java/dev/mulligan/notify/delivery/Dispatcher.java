package dev.mulligan.notify.delivery;

import dev.mulligan.log.Log;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.outbox.SlotState;
import dev.mulligan.thread.MulliganThread;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts notifications on their way: a route to the lanes, and a copy in the outbox. */
final class Dispatcher {

  private static final int NOWHERE_REPORTS = 100;

  private final Lanes lanes;
  private final Outboxes outboxes;
  private final Function<Notification, Message> writer;
  private final CurrentRedactor redaction;
  private final Log log;
  private final Set<String> reportedNowhere = ConcurrentHashMap.newKeySet();

  /**
   * @param redaction of what goes to the outbox
   */
  Dispatcher(
      Lanes lanes,
      Outboxes outboxes,
      Function<Notification, Message> writer,
      CurrentRedactor redaction,
      Log log) {
    this.lanes = lanes;
    this.outboxes = outboxes;
    this.writer = writer;
    this.redaction = redaction;
    this.log = log;
  }

  /** Returns at once, but for the writing to the outbox. */
  void dispatch(Notification notification, Audience audience) {
    Route route = lanes.route(notification, audience);
    if (route.lanes().isEmpty()) {
      if (audience == Audience.ALL) {
        reportNowhere(notification);
      }
      return;
    }
    Dispatch dispatch =
        new Dispatch(
            Dispatch.titleOf(notification),
            new MemoryContent(notification, writer),
            route,
            new Progress(
                route.chains(), Collections.nCopies(route.lanes().size(), SlotState.WAITING)),
            heldBackBy(notification, audience),
            log);
    List<Integer> due = dispatch.due();
    Optional<OutboxPost> outbox = outboxes.current();
    if (outbox.isPresent() && !due.isEmpty() && audience != Audience.REPEATED) {
      outbox.get().keep(dispatch, redaction.apply(notification), route);
    }
    dispatch.hand(due);
  }

  /** That trouble is over is told in any case: an incident that nobody closes is worse. */
  private static Predicate<ChannelLane> heldBackBy(Notification notification, Audience audience) {
    boolean isCapped = audience == Audience.ALL && !notification.isResolved();
    return lane -> isCapped && lane.holdsBack(notification);
  }

  /** Once for each choice of tags; on a thread of its own, since a log may block. */
  private void reportNowhere(Notification notification) {
    String tags = notification.tags().toString();
    if (reportedNowhere.size() < NOWHERE_REPORTS && reportedNowhere.add(tags)) {
      String message =
          notification.type().title()
              + " not sent: there is no channel for its tags ("
              + tags
              + "); add one to notifications.channels";
      MulliganThread.named("notify-log", () -> log.warning(message)).start();
    }
  }
}
