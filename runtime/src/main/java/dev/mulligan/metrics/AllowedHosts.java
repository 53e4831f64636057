package dev.mulligan.metrics;

import java.net.InetSocketAddress;
import java.util.Locale;

/**
 * Which {@code Host} fields a port on the loopback address answers. A browser on this machine that
 * visits a hostile page sends the page's own name, which its owner can let resolve to 127.0.0.1
 * (DNS rebinding). A port on another address is open to the network anyway and answers all.
 *
 * @param configured the host as the rule file names it
 */
record AllowedHosts(boolean isLoopback, String configured) {

  static AllowedHosts of(InetSocketAddress address) {
    return new AllowedHosts(
        address.getAddress() != null && address.getAddress().isLoopbackAddress(),
        address.getHostString().toLowerCase(Locale.ROOT));
  }

  /**
   * @param field empty if the request has none, as those of HTTP/1.0
   */
  boolean allows(String field) {
    String host = withoutPort(field.toLowerCase(Locale.ROOT));
    return !isLoopback
        || host.isEmpty()
        || host.equals("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals(configured)
        || host.equals("[" + configured + "]");
  }

  private static String withoutPort(String field) {
    int colon = field.lastIndexOf(':');
    return colon > field.lastIndexOf(']') ? field.substring(0, colon) : field;
  }
}
