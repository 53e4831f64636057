package dev.mulligan.notify.delivery;

import dev.mulligan.http.NotifierHttp;
import dev.mulligan.log.Log;
import dev.mulligan.mail.MailSettings;
import dev.mulligan.mail.NotifierMail;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationEvent;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.notify.channel.Channels;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.MessageWriter;
import dev.mulligan.thread.LazyTimer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings notifications to channels. Safe for use by many threads; none of its methods but {@link
 * #close(Duration)} waits for anything, and none throws into the application.
 */
public final class NotificationService implements Alerts, AutoCloseable {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
  private static final Duration LAST_STEPS = Duration.ofSeconds(1);
  private static final Duration TEST_LIMIT = Duration.ofSeconds(30);

  private final ChannelSources sources;
  private final Log log;
  private final NotifierHttp http;
  private final NotifierMail mail;
  private final CurrentRedactor redactor = new CurrentRedactor();
  private final Function<Notification, Message> writer = new Writer();
  private final Lanes lanes;
  private final Outboxes outboxes;
  private final Dispatcher dispatcher;
  private final OpenIncidents incidents;
  private final Repetition repetition;
  private final DeliveryTerms terms;
  private final CurrentGrouping grouping = new CurrentGrouping(new Gathered());
  private NotificationSettings settings;
  private @Nullable LazyTimer timer;
  private volatile boolean isClosed;

  /**
   * Opens no connection, and starts no thread but one that looks for what an earlier process left
   * in the outbox, where there is one. A channel that is not understood is logged and left out.
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
    this.settings = settings;
    this.terms = terms;
    this.log = log;
    this.http = new NotifierHttp(settings.http());
    this.mail = new NotifierMail(MailSettings.of(settings.http()));
    this.lanes = new Lanes(new Network(http, mail), terms, redactor, writer, log);
    this.outboxes = new Outboxes(lanes, log);
    this.dispatcher = new Dispatcher(lanes, outboxes, writer, redactor, log);
    this.incidents = new OpenIncidents(terms.clock());
    this.repetition = new Repetition(incidents, new Repeater());
    reconfigure(settings);
  }

  /**
   * Counts a repeat of what has been told a short while ago, so that no notification need be made
   * of it. Takes far less than a microsecond.
   *
   * @param fingerprint as {@link Notification#fingerprint}
   * @return false when it is to be made and submitted
   */
  public boolean countsRepeat(String fingerprint) {
    return !isClosed && grouping.counts(fingerprint);
  }

  /**
   * Hands a notification over and returns at once. It goes to every channel that its tags select,
   * unless it repeats what has been told a short while ago; a channel whose queue is full drops it
   * and counts that. After {@link #close} nothing is sent.
   *
   * <p>A success resolves what is open for its subject.
   */
  public void submit(Notification notification) {
    if (isClosed) {
      return;
    }
    try {
      List<OpenIncidents.Resolution> over = incidents.over(notification);
      incidents.failed(notification);
      if (over.isEmpty()) {
        grouping.admit(notification).ifPresent(this::send);
      } else {
        dispatcher.dispatch(notification, Audience.READERS);
        over.forEach(this::resolve);
      }
      repetition.begin();
    } catch (RuntimeException | Error e) {
      // The caller is the application, in the middle of a failure of its own.
      log.warnOnce("A notification could not be handed over: " + e);
    }
  }

  /**
   * An operation of which a failure was submitted has succeeded. Unless it fails again within ten
   * seconds, the channels that were told of the failure are told so, once.
   *
   * @param task which of those that the operation runs; unknown: all of them
   */
  public void recovered(String rule, String operation, TaskIdentity task) {
    try {
      if (incidents.succeeded(rule, operation, task)) {
        tellRecoveriesLater();
      }
    } catch (RuntimeException | Error e) {
      log.warnOnce("A recovery could not be told: " + e);
    }
  }

  private void tellRecoveriesLater() {
    timer().after(OpenIncidents.QUIET.plusMillis(1), this::tellRecoveries);
  }

  private void tellRecoveries() {
    try {
      noteCounted();
      incidents.over().forEach(this::resolve);
      if (incidents.isAnyEnding()) {
        tellRecoveriesLater();
      }
    } catch (RuntimeException | Error e) {
      log.warnOnce("A recovery could not be told: " + e);
    }
  }

  /** Failures that were only counted. */
  private void noteCounted() {
    for (String fingerprint : incidents.fingerprints()) {
      grouping
          .sinceCounted(fingerprint)
          .ifPresent(ago -> incidents.failedAgain(fingerprint, terms.clock().instant().minus(ago)));
    }
  }

  private void resolve(OpenIncidents.Resolution resolution) {
    grouping.admit(resolution).ifPresent(this::send);
  }

  private void send(OpenIncidents.Resolution resolution) {
    dispatcher.dispatch(resolution.notification(), resolution.audience());
  }

  private void send(Notification notification) {
    incidents.told(notification);
    dispatcher.dispatch(notification, Audience.ALL);
  }

  /**
   * Takes other settings while running. A channel that stays keeps its queue and its counts, but a
   * disabled one gets another chance; one that is gone still sends what waits.
   */
  public synchronized void reconfigure(NotificationSettings settings) {
    if (!isClosed) {
      this.settings = settings;
      DeliverySettings delivery = settings.delivery();
      http.use(settings.http());
      mail.use(MailSettings.of(settings.http()));
      redactor.use(settings.redact());
      lanes.use(sources.channels(settings), delivery.stormCap());
      outboxes.use(delivery.outbox());
      grouping.use(delivery.groupWindow());
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
   * could not be sent is counted in the log; what is in the outbox stays there for the next
   * process.
   *
   * @param limit how long the caller may be kept waiting, but for a second to clear up
   * @return how many are lost, one to several channels counted for each
   */
  public int close(Duration limit) {
    boolean isFirst = !isClosed;
    List<ChannelLane> all = beginClosing();
    if (isFirst) {
      noteCounted();
      incidents.overAtTheEnd().forEach(this::resolve);
    }
    grouping.close();
    long deadline = System.nanoTime() + limit.toNanos();
    all.forEach(lane -> lane.close(deadline));
    awaitEnds(all, deadline);
    int lost = 0;
    int kept = 0;
    for (ChannelLane lane : all) {
      ChannelLane.Unsent unsent = lane.end();
      lost += unsent.lost();
      kept += unsent.kept();
    }
    http.close();
    mail.close();
    awaitEnds(all, System.nanoTime() + LAST_STEPS.toNanos());
    outboxes.close();
    if (lost > 0) {
      log.warning("Notifications that could not be sent before the end: " + lost);
    }
    if (kept > 0) {
      log.info("Notifications kept in the outbox for the next start: " + kept);
    }
    return lost;
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

  /**
   * Hands an alert over and returns at once. One that cannot be made is logged.
   *
   * @param event made here, so that whatever is wrong with it does not reach the caller
   */
  @Override
  public void tell(
      NotificationType type,
      Supplier<? extends NotificationEvent> event,
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
    List<NamedChannel> targets =
        lanes.channels().stream().filter(channel -> tags.selects(channel.tags())).toList();
    return direct().send(writer.apply(test), targets, 1, TEST_LIMIT);
  }

  /**
   * Sends a notification at once, past queues, grouping and caps, and waits for what becomes of it:
   * five tries for each target, as far apart as the receiver asks. Of an escalation chain the next
   * stage is asked when nobody of the one before took it.
   *
   * @param limit the longest to wait; a target that has not answered by then counts as failed
   * @return one for each target that was asked
   */
  public List<DeliveryResult> deliver(Notification notification, Duration limit) {
    Route route = lanes.route(notification, Audience.ALL);
    return direct()
        .follow(route.chains(), writer.apply(notification), lanes.channels(route), limit);
  }

  private DirectDelivery direct() {
    return new DirectDelivery(new Network(http, mail), terms, redactor);
  }

  private final class Gathered implements Grouping.Sender {
    @Override
    public void send(Notification all) {
      NotificationService.this.send(all);
    }

    @Override
    public void send(OpenIncidents.Resolution resolution) {
      NotificationService.this.send(resolution);
    }
  }

  /** Not a lambda: it is made before the application has started. */
  private final class Writer implements Function<Notification, Message> {
    @Override
    public Message apply(Notification notification) {
      return MessageWriter.write(redactor.apply(notification), ProcessInfo.current());
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
      dispatcher.dispatch(lasting, Audience.REPEATED);
    }
  }
}
