package dev.mulligan.notify.lane;

import dev.mulligan.log.Log;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.group.Outgoing;
import dev.mulligan.notify.group.Recipients;
import dev.mulligan.notify.group.Repetition;
import dev.mulligan.notify.outbox.SlotState;
import dev.mulligan.notify.registry.ChannelHealth;
import dev.mulligan.notify.registry.DeliverySettings.StormCap;
import dev.mulligan.notify.registry.NamedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The lanes of all channels: creates, keeps, retires and ends them. */
public final class Lanes implements Repetition.Channels {

  /** How long a removed channel may send what is queued. */
  private static final Duration RETIREMENT = Duration.ofSeconds(60);

  private static final int ROUTES_KEPT = 1_000;

  private final Network network;
  private final DeliveryTerms terms;
  private final UnaryOperator<String> redaction;
  private final Function<Notification, Message> writer;
  private final Log log;

  private volatile Use current = new Use(List.of());

  // Guarded by this.
  private final List<ChannelLane> retired = new ArrayList<>();

  /** A channel in use. */
  private record Subscription(NamedChannel channel, ChannelLane lane) {

    boolean isFor(NamedChannel other) {
      return channel.key().equals(other.key())
          && channel.name().equals(other.name())
          && channel.templates().source().equals(other.templates().source());
    }
  }

  /** The key of a cached route: everything that it depends on. */
  private record RouteKey(TagSelection tags, Recipients recipients, boolean isCritical) {

    static RouteKey of(Outgoing outgoing) {
      Notification notification = outgoing.notification();
      boolean isCritical =
          notification.type() == NotificationType.CRITICAL || notification.isResolved();
      return new RouteKey(notification.tags(), outgoing.recipients(), isCritical);
    }

    boolean includes(NamedChannel channel) {
      boolean isInReach = isCritical || channel.reach() != NamedChannel.Reach.CRITICAL_ALERTS;
      return isInReach && recipients.includes(channel.channel());
    }
  }

  /** The channels in use, and a cache of the routes to them. */
  private record Use(List<Subscription> subscriptions, Map<RouteKey, Route> routes) {

    Use(List<Subscription> subscriptions) {
      this(List.copyOf(subscriptions), new ConcurrentHashMap<>());
    }

    Route route(RouteKey key) {
      @Nullable Route known = routes.get(key);
      if (known != null) {
        return known;
      }
      List<Route.Candidate> candidates = new ArrayList<>();
      for (Subscription subscription : subscriptions) {
        NamedChannel channel = subscription.channel();
        if (key.includes(channel)) {
          candidates.add(
              new Route.Candidate(channel.tags(), channel.isApart(), subscription.lane()));
        }
      }
      Route route = Route.of(candidates, key.tags());
      if (routes.size() < ROUTES_KEPT) {
        routes.put(key, route);
      }
      return route;
    }
  }

  /**
   * @param writer of messages that a lane creates itself
   */
  public Lanes(
      Network network,
      DeliveryTerms terms,
      UnaryOperator<String> redaction,
      Function<Notification, Message> writer,
      Log log) {
    this.network = network;
    this.terms = terms;
    this.redaction = redaction;
    this.writer = writer;
    this.log = log;
  }

  public Route route(Outgoing outgoing) {
    return current.route(RouteKey.of(outgoing));
  }

  /** Returns the lane of a channel, by {@link ChannelLane#address}. */
  public Optional<ChannelLane> at(long address) {
    for (Subscription subscription : current.subscriptions()) {
      if (subscription.lane().address() == address) {
        return Optional.of(subscription.lane());
      }
    }
    return Optional.empty();
  }

  /**
   * Sets the channels. A channel that stays keeps its lane, and is tried at once if it is paused. A
   * channel with another name or other templates gets a new lane, which takes over what is queued.
   * A removed channel still sends what is queued.
   */
  public synchronized void use(List<NamedChannel> channels, Optional<StormCap> cap) {
    List<Subscription> before = current.subscriptions();
    List<Subscription> now = new ArrayList<>();
    for (NamedChannel channel : channels) {
      ChannelLane lane = laneFor(channel, before);
      lane.use(cap);
      lane.tryNow();
      now.add(new Subscription(channel, lane));
    }
    current = new Use(now);
    if (!before.isEmpty()) {
      retire(before, now);
    }
  }

  /** Returns the shortest interval of the channels that need repeats. */
  @Override
  public Optional<Duration> repeatInterval() {
    Optional<Duration> shortest = Optional.empty();
    for (Subscription subscription : current.subscriptions()) {
      Optional<Duration> interval = subscription.channel().channel().repeatInterval();
      if (interval.isPresent()
          && (shortest.isEmpty() || interval.get().compareTo(shortest.get()) < 0)) {
        shortest = interval;
      }
    }
    return shortest;
  }

  /** Starts the threads of lanes that could not start them when they had something to send. */
  public void wakeStalled() {
    List<Subscription> subscriptions = current.subscriptions();
    for (int i = 0; i < subscriptions.size(); i++) {
      subscriptions.get(i).lane().wakeIfStalled();
    }
  }

  /** Returns the channels in the order of their sources. */
  public List<NamedChannel> channels() {
    return current.subscriptions().stream().map(Subscription::channel).toList();
  }

  /** Returns the channels of a route, by slot. */
  public List<NamedChannel> channels(Route route) {
    List<NamedChannel> channels = new ArrayList<>();
    for (ChannelLane lane : route.lanes()) {
      channels.add(channelOf(lane));
    }
    return channels;
  }

  private NamedChannel channelOf(ChannelLane lane) {
    for (Subscription subscription : current.subscriptions()) {
      if (subscription.lane() == lane) {
        return subscription.channel();
      }
    }
    throw new IllegalStateException("the channels have just been changed");
  }

  public List<ChannelHealth> health() {
    List<ChannelHealth> health = new ArrayList<>();
    for (Subscription subscription : current.subscriptions()) {
      health.add(subscription.lane().health(subscription.channel()));
    }
    return health;
  }

  /** Returns the lanes in use and those that are being retired. */
  public synchronized List<ChannelLane> all() {
    List<ChannelLane> all = new ArrayList<>(retired);
    for (Subscription subscription : current.subscriptions()) {
      all.add(subscription.lane());
    }
    return all;
  }

  private void retire(List<Subscription> before, List<Subscription> now) {
    retired.removeIf(ChannelLane::isIdle);
    long deadline = System.nanoTime() + RETIREMENT.toNanos();
    for (Subscription old : before) {
      if (now.stream().noneMatch(kept -> kept.lane() == old.lane())) {
        Optional<ChannelLane> next = laneOf(old.channel(), now);
        if (next.isPresent()) {
          old.lane().retire(next.get());
        } else {
          old.lane().retire(deadline);
        }
        retired.add(old.lane());
      }
    }
  }

  private static Optional<ChannelLane> laneOf(NamedChannel channel, List<Subscription> all) {
    return all.stream()
        .filter(other -> other.channel().key().equals(channel.key()))
        .map(Subscription::lane)
        .findFirst();
  }

  /** Ends the pause of a channel, because a message has reached it. */
  public void revive(NamedChannel channel) {
    laneOf(channel, current.subscriptions()).ifPresent(ChannelLane::revive);
  }

  private ChannelLane laneFor(NamedChannel channel, List<Subscription> before) {
    for (Subscription subscription : before) {
      if (subscription.isFor(channel)) {
        return subscription.lane();
      }
    }
    ChannelCounts counts = new ChannelCounts();
    ChannelLog channelLog = new ChannelLog(log, channel.toString());
    DeliveryAttempts attempts = new DeliveryAttempts(channel, network, terms, redaction);
    ChannelState state = new ChannelState(terms);
    ChannelDelivery delivery =
        new ChannelDelivery(channel, attempts, terms, state, counts, channelLog);
    return new ChannelLane(
        new ChannelAddress(channel.key()),
        delivery,
        state,
        counts,
        channelLog,
        terms,
        new OwnQueued());
  }

  /**
   * Queues the summaries that a lane creates itself. Not a lambda: lanes are created before the
   * application starts.
   */
  private final class OwnQueued
      implements BiFunction<ChannelLane, Notification, QueuedNotification> {
    @Override
    public QueuedNotification apply(ChannelLane lane, Notification own) {
      Route route = new Route(List.of(lane), Route.allAtOnce(1));
      Progress progress = new Progress(route.chains(), List.of(SlotState.WAITING));
      progress.next();
      Content content = new MemoryContent(own, writer);
      return new QueuedNotification(
          new Delivery(own, content, route, progress, other -> false, log), 0);
    }
  }
}
