package dev.mulligan.notify.delivery;

import dev.mulligan.log.Log;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationEvent;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.notify.content.Message;
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
import dev.mulligan.notify.store.Outboxes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings notifications to channels. Safe for use by many threads; none of its methods but {@link
 * #close(Duration)}, {@link #test} and {@link #deliver} waits for anything, and none throws into
 * the application.
 */
public final class NotificationService implements Alerts, AutoCloseable {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
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
    this.settings = settings;
    this.log = log;
    sources = new ChannelSources(Map.copyOf(environment), log);
    network = new NotifierNetwork(settings.http());
    lanes = new Lanes(network.network(), terms, redactor, writer, log);
    outboxes = new Outboxes(lanes, log);
    OpenIncidents incidents = new OpenIncidents(terms.clock());
    Dispatcher dispatcher = new Dispatcher(lanes, outboxes, incidents, writer, redactor, log);
    line = new NotificationLine(lanes, dispatcher, incidents, timer, terms, log);
    direct = new DirectDelivery(network.network(), terms, redactor);
    reconfigure(settings);
  }

  /**
   * Counts a repeat of what was notified a short while ago, so that no notification need be made of
   * it. Takes far less than a microsecond.
   *
   * @param fingerprint as {@link Notification#fingerprint}
   * @return false when it is to be made and submitted
   */
  public boolean countsRepeat(String fingerprint) {
    return !isClosed && line.grouping().counts(fingerprint);
  }

  /**
   * Hands a notification over and returns at once. It goes to every channel that its tags select,
   * unless it repeats what was notified a short while ago; a channel whose queue is full drops it
   * and counts that. After {@link #close} nothing is sent.
   *
   * <p>A success resolves what is open for its subject.
   */
  public void submit(Notification notification) {
    if (!isClosed) {
      line.submit(notification);
    }
  }

  /**
   * Hands an alert over and returns at once. One that cannot be made is logged.
   *
   * @param event made here, so that whatever is wrong with it does not reach the caller
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
      log.warnOnce("An alert could not be made: " + e);
    }
  }

  /**
   * An operation of which a failure was submitted has succeeded. Unless it fails again within ten
   * seconds, the channels that got the failure get its resolution, once.
   *
   * @param task which of those that the operation runs; unknown: all of them
   */
  public void recovered(String rule, String operation, TaskIdentity task) {
    if (!isClosed) {
      line.recovered(rule, operation, task);
    }
  }

  /**
   * Takes other settings while running. A channel that stays keeps its queue and its counts, but a
   * disabled one gets another chance; one that is gone still sends what waits.
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

  /** The channels in use, the rule file's first. */
  public List<ChannelHealth> health() {
    return lanes.health();
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
   * @throws dev.mulligan.notify.channel.url.ChannelUrlException when the URL is not understood; the
   *     message holds no secret
   */
  public synchronized String addChannel(String url, Set<String> tags) {
    sources.add(url.strip(), tags);
    reconfigure(settings);
    return sources.idOf(url.strip());
  }

  /**
   * Takes a channel out of use, wherever it comes from, until it is added again. What waits for it
   * is still sent.
   *
   * @param urlOrId a channel's URL or its id
   * @return false when there is no such channel
   */
  public synchronized boolean removeChannel(String urlOrId) {
    boolean isRemoved = sources.remove(urlOrId.strip());
    if (isRemoved) {
      reconfigure(settings);
    }
    return isRemoved;
  }

  /**
   * Sends a test message to channels and waits for their answers: one attempt each, past queues,
   * grouping and caps, also to channels that are disabled. It is not counted.
   *
   * @param tags {@code all} is every channel
   * @return one for each target; waits 30 seconds at most
   */
  public List<DeliveryResult> test(TagSelection tags) {
    Message test = writer.apply(TestMessage.of(tags));
    List<NamedChannel> targets =
        lanes.channels().stream().filter(channel -> tags.selects(channel.tags())).toList();
    return direct.send(test, targets, 1, TEST_LIMIT);
  }

  /**
   * Sends a notification at once, past queues, grouping and caps, and waits for what becomes of it:
   * five attempts for each target, as far apart as the receiver asks. Of an escalation chain the
   * next stage is asked when no channel of the one before took it.
   *
   * @param limit the longest to wait; a target that has not answered by then counts as failed
   * @return one for each target that was asked
   */
  public List<DeliveryResult> deliver(Notification notification, Duration limit) {
    Route route = lanes.route(Outgoing.toAll(notification));
    return direct.follow(route.chains(), writer.apply(notification), lanes.channels(route), limit);
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
    ClosingLanes closing = beginClosing();
    line.end();
    closing.drain(limit);
    ChannelLane.Unsent unsent = closing.end();
    network.close();
    closing.awaitEnds(LAST_STEPS);
    outboxes.close();
    report(unsent);
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
