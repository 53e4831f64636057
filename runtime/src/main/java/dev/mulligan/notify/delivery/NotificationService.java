package dev.mulligan.notify.delivery;

import dev.mulligan.http.NotifierHttp;
import dev.mulligan.log.Log;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationSettings;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.MessageWriter;
import dev.mulligan.thread.LazyTimer;
import dev.mulligan.thread.MulliganThread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings notifications to channels. Safe for use by many threads; none of its methods but {@link
 * #close(Duration)} waits for anything, and none throws into the application.
 */
public final class NotificationService implements AutoCloseable {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
  private static final Duration LAST_STEPS = Duration.ofSeconds(1);
  private static final int NOWHERE_REPORTS = 100;

  private final Map<String, String> environment;
  private final Log log;
  private final NotifierHttp http;
  private final CurrentRedactor redactor = new CurrentRedactor();
  private final Lanes lanes;
  private final Incidents incidents;
  private final Repetition repetition;
  private final Set<String> reportedNowhere = ConcurrentHashMap.newKeySet();
  private @Nullable LazyTimer timer;
  private volatile boolean isClosed;

  /**
   * Starts no thread and opens no connection. A channel that is not understood is logged and left
   * out.
   *
   * @param environment of the process, where further channels may be named
   */
  public NotificationService(
      NotificationSettings settings, Map<String, String> environment, Log log) {
    this(settings, environment, log, DeliveryTerms.usual());
  }

  NotificationService(
      NotificationSettings settings,
      Map<String, String> environment,
      Log log,
      DeliveryTerms terms) {
    this.environment = Map.copyOf(environment);
    this.log = log;
    this.http = new NotifierHttp(settings.http());
    this.lanes = new Lanes(http, terms, redactor, log);
    this.incidents = new Incidents(terms.clock());
    this.repetition = new Repetition(incidents, new Repeater());
    reconfigure(settings);
  }

  /**
   * Hands a notification over and returns at once. It goes to every channel that its tags select; a
   * channel whose queue is full drops it and counts that. After {@link #close} nothing is sent.
   *
   * <p>A success resolves what is open for its subject.
   */
  public void submit(Notification notification) {
    if (isClosed) {
      return;
    }
    try {
      List<Incidents.Resolution> over = incidents.over(notification);
      incidents.failed(notification);
      dispatch(notification, over.isEmpty() ? Audience.ALL : Audience.READERS);
      over.forEach(this::dispatch);
      repetition.begin();
    } catch (RuntimeException | Error e) {
      // The caller is the application, in the middle of a failure of its own.
      log.warnOnce("A notification could not be handed over: " + e);
    }
  }

  /**
   * An operation of which a failure was submitted has succeeded. Unless it fails again within ten
   * seconds, the channels that were told of the failure are told so, once.
   */
  public void recovered(String rule, String operation) {
    try {
      if (incidents.succeeded(rule, operation)) {
        timer().after(Incidents.QUIET.plusMillis(1), this::tellRecoveries);
      }
    } catch (RuntimeException | Error e) {
      log.warnOnce("A recovery could not be told: " + e);
    }
  }

  private void tellRecoveries() {
    try {
      incidents.over().forEach(this::dispatch);
    } catch (RuntimeException | Error e) {
      log.warnOnce("A recovery could not be told: " + e);
    }
  }

  private void dispatch(Incidents.Resolution resolution) {
    dispatch(resolution.notification(), resolution.audience());
  }

  private void dispatch(Notification notification, Audience audience) {
    List<ChannelLane> selected = lanes.selectedBy(notification.tags(), audience);
    if (selected.isEmpty() && audience == Audience.ALL) {
      reportNowhere(notification);
    }
    Dispatch dispatch = new Dispatch(notification, selected.size(), this::write, log);
    for (ChannelLane lane : selected) {
      if (!lane.offer(dispatch)) {
        dispatch.dropped();
      }
    }
  }

  /**
   * Takes other settings while running. A channel that stays keeps its queue and its counts, but a
   * disabled one gets another chance; one that is gone still sends what waits.
   */
  public synchronized void reconfigure(NotificationSettings settings) {
    if (!isClosed) {
      http.use(settings.http());
      redactor.use(settings.redact());
      lanes.use(ChannelSources.of(settings, environment, log));
    }
  }

  /** The channels in use, the rule file's first. */
  public List<ChannelHealth> health() {
    return lanes.health();
  }

  /** As {@link #close(Duration)}, within 5 seconds. */
  @Override
  public void close() {
    close(CLOSE_LIMIT);
  }

  /**
   * Sends what is queued, as far as the time allows, then ends every thread and connection. What
   * could not be sent is counted in the log.
   *
   * @param limit how long the caller may be kept waiting, but for a second to clear up
   * @return how many could not be sent, one to several channels counted for each
   */
  public int close(Duration limit) {
    tellLastRecoveries();
    List<ChannelLane> all = beginClosing();
    long deadline = System.nanoTime() + limit.toNanos();
    all.forEach(lane -> lane.drain(deadline));
    awaitEnds(all, deadline);
    int unsent = 0;
    for (ChannelLane lane : all) {
      unsent += lane.end();
    }
    http.close();
    awaitEnds(all, System.nanoTime() + LAST_STEPS.toNanos());
    if (unsent > 0) {
      log.warning("Notifications that could not be sent before the end: " + unsent);
    }
    return unsent;
  }

  private void tellLastRecoveries() {
    if (!isClosed) {
      incidents.overAtTheEnd().forEach(this::dispatch);
    }
  }

  private synchronized LazyTimer timer() {
    if (timer == null) {
      timer = new LazyTimer("notify-timer");
    }
    return timer;
  }

  private synchronized List<ChannelLane> beginClosing() {
    isClosed = true;
    if (timer != null) {
      timer.close();
    }
    return lanes.all();
  }

  private static void awaitEnds(List<ChannelLane> all, long deadlineNanos) {
    try {
      for (ChannelLane lane : all) {
        lane.awaitEnd(deadlineNanos);
      }
    } catch (InterruptedException e) {
      // Whoever wants an end sooner gets it; what is left is cancelled.
      Thread.currentThread().interrupt();
    }
  }

  private Message write(Notification notification) {
    return MessageWriter.write(redactor.apply(notification), ProcessInfo.current());
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

  /** Not lambdas: this may be made before the application has started. */
  private final class Repeater implements Repetition.Outlet {

    @Override
    public Optional<Duration> interval() {
      return lanes.repeatInterval();
    }

    @Override
    public void after(Duration delay, Runnable task) {
      timer().after(delay, task);
    }

    @Override
    public void repeat(Notification lasting) {
      dispatch(lasting, Audience.REPEATED);
    }
  }
}
