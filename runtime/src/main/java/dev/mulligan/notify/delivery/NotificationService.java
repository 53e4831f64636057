package dev.mulligan.notify.delivery;

import dev.mulligan.http.NotifierHttp;
import dev.mulligan.log.Log;
import dev.mulligan.notify.Event;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationSettings;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.channel.Channels;
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
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings notifications to channels. Safe for use by many threads; none of its methods but {@link
 * #close(Duration)} waits for anything, and none throws into the application.
 */
public final class NotificationService implements Alerts, AutoCloseable {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
  private static final Duration LAST_STEPS = Duration.ofSeconds(1);
  private static final int NOWHERE_REPORTS = 100;
  private static final Duration TEST_LIMIT = Duration.ofSeconds(30);

  private final ChannelSources sources;
  private final Log log;
  private final NotifierHttp http;
  private final CurrentRedactor redactor = new CurrentRedactor();
  private final Lanes lanes;
  private final Incidents incidents;
  private final Repetition repetition;
  private final DeliveryTerms terms;
  private final Set<String> reportedNowhere = ConcurrentHashMap.newKeySet();
  private NotificationSettings settings;
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
    this.sources = new ChannelSources(Map.copyOf(environment), log);
    this.log = log;
    this.settings = settings;
    this.terms = terms;
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
    List<ChannelLane> selected = lanes.selectedBy(notification, audience);
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
      this.settings = settings;
      http.use(settings.http());
      redactor.use(settings.redact());
      lanes.use(sources.channels(settings));
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

  /**
   * Hands an alert over and returns at once. One that cannot be made is logged.
   *
   * @param event made here, so that whatever is wrong with it does not reach the caller
   */
  @Override
  public void tell(
      NotificationType type,
      Supplier<? extends Event> event,
      Map<String, String> context,
      TagSelection tags) {
    try {
      submit(Notification.of(type, event.get(), context, tags));
    } catch (RuntimeException | Error e) {
      log.warnOnce("An alert could not be made: " + e);
    }
  }

  /** The channels in use, the rule file's first, then the environment's, then those added. */
  public List<ChannelInfo> channels() {
    return lanes.channels().stream().map(NamedChannel::info).toList();
  }

  /**
   * Adds a channel for as long as this service lives, over every {@link #reconfigure}. The channel
   * of the rule file or the environment that has the same URL, or one added before, gives way.
   *
   * @param url as in the rule file
   * @param tags for the notifications that it is to get; none for those without tags
   * @return its id
   * @throws dev.mulligan.notify.channel.ChannelUrlException when the URL is not understood; the
   *     message holds no secret
   */
  public synchronized String addChannel(String url, Set<String> tags) {
    String written = url.strip();
    Channels.of(written); // Refused before anything changes.
    sources.runtime().add(written, tags);
    reconfigure(settings);
    return sources.ids().of(written);
  }

  /**
   * Takes a channel out of use, wherever it comes from, until it is added again. What waits for it
   * is still sent.
   *
   * @param urlOrId a channel's URL or its id
   * @return false when there is no such channel
   */
  public synchronized boolean removeChannel(String urlOrId) {
    Set<String> urls = sources.urlsOf(urlOrId.strip());
    urls.forEach(sources.runtime()::remove);
    if (!urls.isEmpty()) {
      reconfigure(settings);
    }
    return !urls.isEmpty();
  }

  /**
   * Sends a test message to channels and waits for their answers: one try each, past queues,
   * grouping and caps, also to channels that are disabled. It is not counted.
   *
   * @param tags {@code all} is every channel
   * @return one for each target; waits 30 seconds at most
   */
  public List<DeliveryResult> test(TagSelection tags) {
    Notification test = TestMessage.of(tags);
    return direct(test, channel -> tags.selects(channel.tags()), 1, TEST_LIMIT);
  }

  /**
   * Sends a notification at once, past queues, grouping and caps, and waits for what becomes of it:
   * five tries for each target, as far apart as the receiver asks.
   *
   * @param limit the longest to wait; a target that has not answered by then counts as failed
   * @return one for each target that the notification's tags select
   */
  public List<DeliveryResult> deliver(Notification notification, Duration limit) {
    return direct(
        notification, channel -> channel.takes(notification), DeliveryBackoff.TRIES, limit);
  }

  private List<DeliveryResult> direct(
      Notification notification, Predicate<NamedChannel> selection, int tries, Duration limit) {
    List<NamedChannel> targets = lanes.channels().stream().filter(selection).toList();
    return targets.isEmpty()
        ? List.of()
        : new DirectDelivery(http, terms, redactor)
            .send(write(notification), targets, tries, limit);
  }
}
