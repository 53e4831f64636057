package dev.mulligan.notify.delivery;

import dev.mulligan.log.Log;
import dev.mulligan.notify.EarlierIncidents;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationEvent;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.group.KeptIncident;
import dev.mulligan.notify.group.NotifierTimer;
import dev.mulligan.notify.group.OpenIncidents;
import dev.mulligan.notify.group.Outgoing;
import dev.mulligan.notify.lane.ChannelLane;
import dev.mulligan.notify.lane.ClosingLanes;
import dev.mulligan.notify.lane.DeliveryTerms;
import dev.mulligan.notify.lane.Lanes;
import dev.mulligan.notify.lane.Route;
import dev.mulligan.notify.registry.ChannelHealth;
import dev.mulligan.notify.registry.ChannelInfo;
import dev.mulligan.notify.registry.ChannelSources;
import dev.mulligan.notify.registry.DeliveryResult;
import dev.mulligan.notify.registry.DeliverySettings;
import dev.mulligan.notify.registry.NamedChannel;
import dev.mulligan.notify.registry.NotificationSettings;
import dev.mulligan.notify.store.NotificationOutbox;
import dev.mulligan.notify.store.Outboxes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The notification service: delivers notifications to channels. Thread-safe. Only {@link
 * #close(Duration)}, {@link #test} and {@link #deliver} block, and no method throws into the
 * application.
 */
public final class NotificationService implements Alerts, AutoCloseable {

  private static final Duration LAST_STEPS = Duration.ofSeconds(1);
  private static final Duration TEST_LIMIT = Duration.ofSeconds(30);

  private final ChannelSources sources;
  private final Log log;
  private final CurrentRedactor redactor = new CurrentRedactor();
  private final Function<Notification, Message> writer = new RedactedMessages(redactor);
  private final NotifierTimer timer = new NotifierTimer();
  private final NotifierNetwork network;
  private final Lanes lanes;
  private final Outboxes outboxes;
  private final NotificationLine line;
  private final DirectDelivery direct;
  private NotificationSettings settings;
  private volatile boolean isClosed;

  /**
   * Creates the service. Opens no connection. If there is an outbox, starts one thread that
   * recovers what an earlier process left in it. An invalid channel is logged and ignored.
   *
   * @param environment of the process, which may define further channels
   */
  public NotificationService(
      NotificationSettings settings, Map<String, String> environment, Log log) {
    this(settings, environment, log, EarlierIncidents.IGNORED);
  }

  /**
   * Creates the service as above.
   *
   * @param earlier learns which incidents earlier processes left open in the outbox
   */
  public NotificationService(
      NotificationSettings settings,
      Map<String, String> environment,
      Log log,
      EarlierIncidents earlier) {
    this(settings, environment, log, DeliveryTerms.usual(), earlier);
  }

  NotificationService(
      NotificationSettings settings,
      Map<String, String> environment,
      Log log,
      DeliveryTerms terms) {
    this(settings, environment, log, terms, EarlierIncidents.IGNORED);
  }

  NotificationService(
      NotificationSettings settings,
      Map<String, String> environment,
      Log log,
      DeliveryTerms terms,
      EarlierIncidents earlier) {
    this(settings, environment, log, terms, earlier, new NotifierNetwork(settings.http()));
  }

  private NotificationService(
      NotificationSettings settings,
      Map<String, String> environment,
      Log log,
      DeliveryTerms terms,
      EarlierIncidents earlier,
      NotifierNetwork network) {
    this.settings = settings;
    this.log = log;
    this.network = network;
    sources = new ChannelSources(Map.copyOf(environment), log);
    lanes = new Lanes(network.network(), terms, redactor, writer, log);
    outboxes = new Outboxes(lanes, terms, earlier, log);
    OpenIncidents incidents = new OpenIncidents(terms.clock(), terms.nanos());
    KeptIncidents kept = new KeptIncidents(incidents, outboxes, redactor);
    Dispatcher dispatcher = new Dispatcher(lanes, outboxes, incidents, kept, writer, redactor, log);
    line = new NotificationLine(lanes, dispatcher, incidents, kept, timer, terms, log);
    outboxes.takeover().succeededBy(line);
    direct = new DirectDelivery(network.network(), terms, redactor, lanes);
    reconfigure(settings);
  }

  /**
   * Counts a repeat of a recent notification, so that no notification needs to be built. Takes far
   * less than a microsecond.
   *
   * @param fingerprint as {@link Notification#fingerprint}
   * @return false if the notification must be built and submitted
   */
  public boolean countsRepeat(String fingerprint) {
    if (isClosed) {
      return false;
    }
    lanes.wakeStalled();
    return line.grouping().counts(fingerprint);
  }

  /**
   * Queues a notification and returns at once. It goes to every channel that its tags select,
   * unless it repeats a recent one. A channel whose queue is full drops the oldest one that is in
   * memory only, and counts it. After {@link #close} nothing is sent.
   *
   * <p>A success resolves the open incidents of its subject.
   */
  public void submit(Notification notification) {
    if (!isClosed) {
      line.submit(notification);
    }
  }

  /**
   * Queues an alert and returns at once. An alert that cannot be built is logged.
   *
   * @param event evaluated here, so that its exceptions do not reach the caller
   */
  @Override
  public void submit(
      NotificationType type,
      Supplier<? extends NotificationEvent> event,
      Map<String, String> context,
      TagSelection tags) {
    try {
      submit(Notification.of(type, event.get(), context, tags));
    } catch (RuntimeException | Error e) {
      log.warnOnce("An alert could not be built: " + e);
    }
  }

  /**
   * Records a success of an operation whose failure was submitted. Unless it fails again within ten
   * seconds, the channels that received the failure receive one resolution.
   *
   * @param task which of the operation's tasks; if unknown, all of them
   */
  public void recovered(String rule, String operation, TaskIdentity task) {
    if (!isClosed) {
      line.recovered(rule, operation, task);
    }
  }

  /**
   * Applies new settings. A channel that stays keeps its queue and counters, and is tried at once
   * if it is paused; a removed one still sends what is queued.
   */
  public synchronized void reconfigure(NotificationSettings settings) {
    if (!isClosed) {
      this.settings = settings;
      DeliverySettings delivery = settings.delivery();
      network.use(settings.http());
      redactor.use(settings.redact());
      lanes.use(sources.channels(settings), delivery.stormCap());
      outboxes.use(delivery.outbox());
      line.grouping().use(delivery.groupWindow());
    }
  }

  /** Returns the health of the channels in use, the rule file's first. */
  public List<ChannelHealth> health() {
    return lanes.health();
  }

  /**
   * Returns the channels in use: the rule file's first, then the environment's, then those added at
   * run time.
   */
  public List<ChannelInfo> channels() {
    return lanes.channels().stream().map(NamedChannel::info).toList();
  }

  /**
   * Adds a channel until the service is closed; {@link #reconfigure} keeps it. It replaces a
   * channel with the same URL.
   *
   * @param url as in the rule file
   * @param tags selects its notifications; none for notifications without tags
   * @return its id
   * @throws dev.mulligan.notify.channel.url.ChannelUrlException if the URL is invalid; the message
   *     contains no secret
   */
  public synchronized String addChannel(String url, Set<String> tags) {
    sources.add(url.strip(), tags);
    reconfigure(settings);
    return sources.idOf(url.strip());
  }

  /**
   * Removes a channel, whatever its source, until it is added again. What is queued for it is still
   * sent.
   *
   * @param urlOrId a channel's URL or its id
   * @return false if there is no such channel
   */
  public synchronized boolean removeChannel(String urlOrId) {
    boolean isRemoved = sources.remove(urlOrId.strip());
    if (isRemoved) {
      reconfigure(settings);
    }
    return isRemoved;
  }

  /**
   * Sends a test message to channels and waits for their responses: one attempt each, without
   * queues, grouping and storm caps, also to paused channels. A channel that accepts it is not
   * paused any more. Tests are not counted.
   *
   * @param tags {@code all} selects every channel
   * @return one result for each target, after at most 30 seconds
   */
  public List<DeliveryResult> test(TagSelection tags) {
    Message test = writer.apply(TestMessage.of(tags));
    List<NamedChannel> targets =
        lanes.channels().stream().filter(channel -> tags.selects(channel.tags())).toList();
    return direct.send(test, targets, 1, TEST_LIMIT);
  }

  /**
   * Sends a notification at once, without queues, grouping and storm caps, and waits for the
   * results: five attempts for each target, with the back-off that the receiver asks for. The next
   * stage of an escalation chain follows if no channel of the previous one accepted the
   * notification.
   *
   * @param limit how long to wait; a target without a result by then counts as failed
   * @return one result for each target that was used
   */
  public List<DeliveryResult> deliver(Notification notification, Duration limit) {
    Route route = lanes.route(Outgoing.toAll(notification));
    return direct.follow(route.chains(), writer.apply(notification), lanes.channels(route), limit);
  }

  /**
   * Returns a service with the same channels that sends and stores nothing, to use once all that a
   * notification needs. Close it.
   *
   * @param silent its log
   * @param failures receives what could not be used
   */
  public synchronized NotificationService rehearsal(
      Map<String, String> environment, Log silent, Consumer<Throwable> failures) {
    DeliverySettings withoutOutbox = settings.delivery().withOutbox(Optional.empty());
    return new NotificationService(
        new NotificationSettings(
            settings.channels(), settings.redact(), settings.http(), withoutOutbox),
        environment,
        silent,
        DeliveryTerms.usual().withoutPauses(),
        EarlierIncidents.IGNORED,
        network.rehearsal(settings.http(), failures));
  }

  /**
   * Creates the file of the outbox, if there is an outbox, and uses once all that storing a
   * notification needs. Nothing of the sample stays.
   *
   * @return false if it did not work
   */
  public boolean rehearseOutbox(Notification sample) {
    Optional<NotificationOutbox> outbox = outboxes.current();
    if (outbox.isEmpty()) {
      return true;
    }
    Notification redacted = redactor.apply(sample);
    KeptIncident incident = new KeptIncident(redacted, 1, 0, redacted.time(), redacted.time());
    return outbox.get().rehearse(redacted, lanes.route(Outgoing.toAll(sample)))
        && outboxes.incidents().rehearse(incident);
  }

  /** Closes as {@link #close(Duration)} does, with the settings' time-out for a shutdown. */
  @Override
  public void close() {
    close(shutdownTimeout());
  }

  /** Returns how long {@link #close()} may wait for the channels. */
  public synchronized Duration shutdownTimeout() {
    return settings.delivery().shutdownTimeout();
  }

  /**
   * Sends what is queued, within the time limit, then ends every thread and connection. What could
   * not be sent is counted in the log; what is in the outbox stays there for the next process.
   *
   * @param limit how long to block; cleaning up may add one second
   * @return how many notifications are lost, counted for each channel
   */
  public int close(Duration limit) {
    outboxes.takeover().await();
    outboxes.endRecovery();
    ClosingLanes closing = beginClosing();
    line.end();
    closing.drain(limit);
    ChannelLane.Unsent unsent = closing.end();
    // Before the last steps, which may be cut off by the end of the process.
    report(unsent);
    network.close();
    closing.awaitEnds(LAST_STEPS);
    outboxes.close();
    return unsent.lost();
  }

  private synchronized ClosingLanes beginClosing() {
    isClosed = true;
    timer.close();
    return new ClosingLanes(lanes.all());
  }

  private void report(ChannelLane.Unsent unsent) {
    if (unsent.lost() > 0) {
      log.warning("Notifications that could not be sent before the end: " + unsent.lost());
    }
    if (unsent.kept() > 0) {
      log.info("Notifications kept in the outbox for the next start: " + unsent.kept());
    }
  }
}
