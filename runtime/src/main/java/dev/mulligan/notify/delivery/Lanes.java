package dev.mulligan.notify.delivery;

import dev.mulligan.http.HttpTransport;
import dev.mulligan.log.Log;
import dev.mulligan.notify.Notification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The lanes of all channels: made, kept, retired and ended. */
final class Lanes {

  /** How long a channel that a new rule file no longer has may send what waits. */
  private static final Duration RETIREMENT = Duration.ofSeconds(60);

  private final HttpTransport http;
  private final DeliveryTerms terms;
  private final UnaryOperator<String> redaction;
  private final Log log;

  private volatile List<Subscription> current = List.of();

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

  Lanes(HttpTransport http, DeliveryTerms terms, UnaryOperator<String> redaction, Log log) {
    this.http = http;
    this.terms = terms;
    this.redaction = redaction;
    this.log = log;
  }

  List<ChannelLane> selectedBy(Notification notification, Audience audience) {
    List<ChannelLane> selected = new ArrayList<>();
    for (Subscription subscription : current) {
      NamedChannel channel = subscription.channel();
      if (channel.takes(notification) && audience.includes(channel.channel())) {
        selected.add(subscription.lane());
      }
    }
    return selected;
  }

  /**
   * A channel that stays keeps its lane, but for a disabled one, which gets another chance; one
   * that is gone still sends what waits.
   */
  synchronized void use(List<NamedChannel> channels) {
    List<Subscription> before = current;
    List<Subscription> now = new ArrayList<>();
    for (NamedChannel channel : channels) {
      now.add(new Subscription(channel, laneFor(channel, before)));
    }
    current = List.copyOf(now);
    if (!before.isEmpty()) {
      retire(before, now);
    }
  }

  /** The shortest of those channels that must be told over and over. */
  Optional<Duration> repeatInterval() {
    Optional<Duration> shortest = Optional.empty();
    for (Subscription subscription : current) {
      Optional<Duration> interval = subscription.channel().channel().repeatInterval();
      if (interval.isPresent()
          && (shortest.isEmpty() || interval.get().compareTo(shortest.get()) < 0)) {
        shortest = interval;
      }
    }
    return shortest;
  }

  /** In the order of their sources. */
  List<NamedChannel> channels() {
    List<NamedChannel> channels = new ArrayList<>();
    for (Subscription subscription : current) {
      channels.add(subscription.channel());
    }
    return channels;
  }

  List<ChannelHealth> health() {
    List<ChannelHealth> health = new ArrayList<>();
    for (Subscription subscription : current) {
      health.add(subscription.lane().health(subscription.channel()));
    }
    return health;
  }

  /** Those in use and those still retiring. */
  synchronized List<ChannelLane> all() {
    List<ChannelLane> all = new ArrayList<>(retired);
    for (Subscription subscription : current) {
      all.add(subscription.lane());
    }
    return all;
  }

  private void retire(List<Subscription> before, List<Subscription> now) {
    retired.removeIf(ChannelLane::isIdle);
    long deadline = System.nanoTime() + RETIREMENT.toNanos();
    for (Subscription old : before) {
      if (now.stream().noneMatch(kept -> kept.lane() == old.lane())) {
        old.lane().drain(deadline);
        retired.add(old.lane());
      }
    }
  }

  private ChannelLane laneFor(NamedChannel channel, List<Subscription> before) {
    for (Subscription subscription : before) {
      if (subscription.isFor(channel) && !subscription.lane().isDisabled()) {
        return subscription.lane();
      }
    }
    LaneTally tally = new LaneTally();
    LaneVoice voice = new LaneVoice(log, channel.toString());
    Courier courier = new Courier(channel, http, terms, redaction, tally, voice);
    return new ChannelLane(courier, tally, voice, terms);
  }
}
