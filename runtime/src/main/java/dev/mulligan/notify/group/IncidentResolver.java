package dev.mulligan.notify.group;

import dev.mulligan.log.Log;
import dev.mulligan.notify.TaskIdentity;

/** Resolves incidents whose operation has succeeded and not failed again for a while. */
public final class IncidentResolver {

  private final OpenIncidents incidents;
  private final CurrentGrouping grouping;
  private final NotifierTimer timer;
  private final Log log;

  /**
   * @param grouping knows the failures that were only counted, and receives the resolutions
   */
  public IncidentResolver(
      OpenIncidents incidents, CurrentGrouping grouping, NotifierTimer timer, Log log) {
    this.incidents = incidents;
    this.grouping = grouping;
    this.timer = timer;
    this.log = log;
  }

  /** Records a success. Never throws. */
  public void succeeded(String rule, String operation, TaskIdentity task) {
    try {
      if (incidents.succeeded(rule, operation, task)) {
        resolveLater();
      }
    } catch (RuntimeException | Error e) {
      report(e);
    }
  }

  /** Resolves everything whose last call succeeded, without waiting, because the service ends. */
  public void resolveAtTheEnd() {
    noteCounted();
    incidents.overAtTheEnd().forEach(grouping);
  }

  /** Closes the incidents that nobody has heard of for too long. Never throws. */
  public void expire() {
    try {
      noteCounted();
      incidents.expired().forEach(grouping);
    } catch (RuntimeException | Error e) {
      report(e);
    }
  }

  private void resolveLater() {
    timer.after(OpenIncidents.QUIET.plusMillis(1), this::resolve);
  }

  private void resolve() {
    try {
      noteCounted();
      incidents.over().forEach(grouping);
      if (incidents.isAnyEnding()) {
        resolveLater();
      }
    } catch (RuntimeException | Error e) {
      report(e);
    }
  }

  private void noteCounted() {
    for (String fingerprint : incidents.fingerprints()) {
      grouping.sinceCounted(fingerprint).ifPresent(ago -> incidents.failedAgain(fingerprint, ago));
    }
  }

  private void report(Throwable e) {
    log.warnOnce("A recovery could not be notified: " + e);
  }
}
