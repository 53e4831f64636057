package dev.mulligan.notify.channel.webhook;

import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.IdentifiedChannel;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A channel to a syslog server, by UDP (RFC 5426): {@code rsyslog://host[:port][/facility]}. UDP
 * does not confirm that a message has arrived.
 */
public final class SyslogChannel extends IdentifiedChannel {

  private static final int PORT = 514;

  private final String host;
  private final int port;
  private final SyslogFacility facility;

  private SyslogChannel(ChannelIdentity identity, String host, int port, SyslogFacility facility) {
    super(identity);
    this.host = host;
    this.port = port;
    this.facility = facility;
  }

  /**
   * @throws ChannelUrlException if the URL has no host, or an unknown facility
   */
  public static SyslogChannel of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("facility"));
    Arguments.requireNoPrefixed(url);
    List<String> parts = url.pathParts();
    if (url.host().isEmpty() || url.user().isPresent() || parts.size() > 1) {
      throw new ChannelUrlException("an rsyslog:// URL is rsyslog://host[:port][/facility]");
    }
    String facility = url.firstOf("facility").orElse(parts.isEmpty() ? "user" : parts.get(0));
    return new SyslogChannel(
        ChannelIdentity.of(url, url.authority() + url.path(), List.of()),
        withoutBrackets(url.host()),
        url.port().orElse(PORT),
        SyslogFacility.named(facility));
  }

  /** Sends one datagram through a new socket. */
  @Override
  public DeliveryOutcome send(Message message, Network network) throws IOException {
    byte[] datagram = SyslogLine.of(message, facility).getBytes(StandardCharsets.UTF_8);
    InetSocketAddress receiver = new InetSocketAddress(host, port);
    if (receiver.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(datagram, datagram.length, receiver));
    }
    return new DeliveryOutcome.Delivered();
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
