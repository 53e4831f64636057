package dev.mulligan.notify.delivery;

import dev.mulligan.log.Log;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.StoredAge;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.notify.group.CurrentGrouping;
import dev.mulligan.notify.group.IncidentResolver;
import dev.mulligan.notify.group.KeptIncident;
import dev.mulligan.notify.group.NotifierTimer;
import dev.mulligan.notify.group.OpenIncidents;
import dev.mulligan.notify.group.Outgoing;
import dev.mulligan.notify.group.Recipients;
import dev.mulligan.notify.group.Repetition;
import dev.mulligan.notify.lane.DeliveryTerms;
import dev.mulligan.notify.lane.Lanes;
import dev.mulligan.notify.store.IncidentTakeover;
import java.time.Instant;
import java.util.List;

/**
 * The processing of a notification: it registers the incident, groups repeats, and passes the rest
 * to the {@link Dispatcher}. Goes on with the incidents that an earlier process left open.
 */
final class NotificationLine implements IncidentTakeover.Successor {

  private final OpenIncidents incidents;
  private final KeptIncidents kept;
  private final DeliveryTerms terms;
  private final CurrentGrouping grouping;
  private final Dispatcher dispatcher;
  private final IncidentResolver resolver;
  private final Repetition repetition;
  private final Log log;

  // No lambdas: this may run before the application has started.
  NotificationLine(
      Lanes lanes,
      Dispatcher dispatcher,
      OpenIncidents incidents,
      KeptIncidents kept,
      NotifierTimer timer,
      DeliveryTerms terms,
      Log log) {
    this.incidents = incidents;
    this.kept = kept;
    this.terms = terms;
    this.dispatcher = dispatcher;
    this.grouping = new CurrentGrouping(dispatcher);
    this.resolver = new IncidentResolver(incidents, grouping, timer, log);
    this.repetition = new Repetition(incidents, lanes, timer, dispatcher);
    this.log = log;
  }

  CurrentGrouping grouping() {
    return grouping;
  }

  /** Processes a notification. Never throws. */
  void submit(Notification notification) {
    try {
      kept.awaitEarlier();
      List<Outgoing> resolved = incidents.resolvedBy(notification);
      incidents.failed(notification);
      kept.opened(notification.fingerprint());
      if (resolved.isEmpty()) {
        grouping.accept(Outgoing.toAll(notification));
      } else {
        dispatcher.accept(new Outgoing(notification, Recipients.WITHOUT_INCIDENTS));
        resolved.forEach(grouping);
      }
      kept.failedAgain(notification.fingerprint(), grouping);
      repetition.begin();
    } catch (RuntimeException | Error e) {
      // The caller is the application, while it handles its own failure.
      log.warnOnce("A notification could not be submitted: " + e);
    }
  }

  /** Processes a recovery. Never throws. */
  void recovered(String rule, String operation, TaskIdentity task) {
    resolver.succeeded(rule, operation, task);
  }

  @Override
  public void leftOpen(List<KeptIncident> left) {
    Instant now = terms.clock().instant();
    for (KeptIncident incident : left) {
      incidents.leftOpen(incident);
      grouping.leftOpen(incident, StoredAge.of(incident.lastSent(), now, OpenIncidents.EXPIRES));
    }
    repetition.begin();
  }

  @Override
  public void expire() {
    resolver.expire();
  }

  /** Passes on what is still held back, and leaves what is open to the next process. */
  void end() {
    resolver.resolveAtTheEnd();
    kept.leave(grouping);
    grouping.close(kept::isKept);
  }
}
