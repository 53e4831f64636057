package dev.mulligan.notify.delivery;

import dev.mulligan.log.Log;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.notify.group.CurrentGrouping;
import dev.mulligan.notify.group.IncidentResolver;
import dev.mulligan.notify.group.NotifierTimer;
import dev.mulligan.notify.group.OpenIncidents;
import dev.mulligan.notify.group.Outgoing;
import dev.mulligan.notify.group.Recipients;
import dev.mulligan.notify.group.Repetition;
import dev.mulligan.notify.lane.DeliveryTerms;
import dev.mulligan.notify.lane.Lanes;
import java.util.List;

/**
 * The processing of a notification: it registers the incident, groups repeats, and passes the rest
 * to the {@link Dispatcher}.
 */
final class NotificationLine {

  private final OpenIncidents incidents;
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
      NotifierTimer timer,
      DeliveryTerms terms,
      Log log) {
    this.incidents = incidents;
    this.dispatcher = dispatcher;
    this.grouping = new CurrentGrouping(dispatcher);
    this.resolver = new IncidentResolver(incidents, grouping, timer, terms.clock(), log);
    this.repetition = new Repetition(incidents, lanes, timer, dispatcher);
    this.log = log;
  }

  CurrentGrouping grouping() {
    return grouping;
  }

  /** Processes a notification. Never throws. */
  void submit(Notification notification) {
    try {
      List<Outgoing> resolved = incidents.resolvedBy(notification);
      incidents.failed(notification);
      if (resolved.isEmpty()) {
        grouping.accept(Outgoing.toAll(notification));
      } else {
        dispatcher.accept(new Outgoing(notification, Recipients.WITHOUT_INCIDENTS));
        resolved.forEach(grouping);
      }
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

  /** Passes on what is still held back. */
  void end() {
    resolver.resolveAtTheEnd();
    grouping.close();
  }
}
