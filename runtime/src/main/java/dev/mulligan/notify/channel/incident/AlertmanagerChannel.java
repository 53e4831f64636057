package dev.mulligan.notify.channel.incident;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.content.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A channel to one node of Prometheus's Alertmanager
 * (prometheus.io/docs/alerting/latest/alerts_api, its API v2): {@code
 * alertmanager[s]://[user:password@]host:9093[,host2:9093…][/prefix][?:label=value]}.
 */
public final class AlertmanagerChannel extends HttpChannel {

  private static final int PORT = 9_093;

  /**
   * Alertmanager's documentation recommends that clients repeat an alert every 30 seconds to 3
   * minutes.
   */
  private static final Duration REPEAT = Duration.ofMinutes(1);

  private final HttpAddress address;
  private final Map<String, String> labels;
  private final Clock clock;

  private AlertmanagerChannel(
      ChannelIdentity identity, HttpAddress address, Map<String, String> labels, Clock clock) {
    super(identity);
    this.address = address;
    this.labels = labels;
    this.clock = clock;
  }

  /**
   * Creates one channel for each node. Every node of a cluster must receive each alert; the nodes
   * coordinate which of them forwards it.
   *
   * @throws ChannelUrlException if the URL has no valid host, or a label has no valid name
   */
  public static List<Channel> of(ChannelUrl url) {
    return of(url, Clock.systemUTC());
  }

  static List<Channel> of(ChannelUrl url, Clock clock) {
    Arguments.requireKnown(url, List.of());
    Arguments.requirePrefixed(url, ":");
    for (String label : url.fields().keySet()) {
      requireLabel(label);
    }
    List<Channel> nodes = new ArrayList<>();
    String[] hosts = url.authority().split(",", -1);
    for (String host : hosts) {
      ChannelUrl node = at(url, host);
      nodes.add(
          new AlertmanagerChannel(
              ChannelIdentity.of(node, List.of()),
              HttpAddress.ofServer(node, url.pathParts()),
              url.fields(),
              clock));
    }
    return nodes;
  }

  @Override
  public boolean keepsIncidents() {
    return true;
  }

  @Override
  public HttpRequest request(Message message) {
    HttpRequest request =
        HttpRequest.json(
            address.below("/api/v2/alerts"), AlertmanagerBody.of(message, labels, clock.instant()));
    return address.authorize(request);
  }

  @Override
  public Optional<Duration> repeatInterval() {
    return Optional.of(REPEAT);
  }

  private static ChannelUrl at(ChannelUrl url, String authority) {
    ChannelUrl host = ChannelUrl.parse(url.scheme() + "://" + authority);
    return url.at(host.host(), OptionalInt.of(host.port().orElse(PORT)), url.path());
  }

  /**
   * Checks a label's name by Prometheus's data model: letters, digits and underscores, not a digit
   * first.
   */
  private static void requireLabel(String name) {
    boolean isLabel = !name.isEmpty() && !Character.isDigit(name.charAt(0));
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      isLabel &= c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }
    if (!isLabel) {
      throw new ChannelUrlException(
          "a :label of the alertmanager:// URL has a name that is not made of letters, digits"
              + " and _");
    }
  }
}
