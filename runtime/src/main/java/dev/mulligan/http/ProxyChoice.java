package dev.mulligan.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Selects the proxy for an address. */
final class ProxyChoice {

  private ProxyChoice() {}

  static ProxySelector of(Optional<URI> proxy) {
    return proxy.<ProxySelector>map(Fixed::new).orElseGet(Jvms::new);
  }

  /** Selects the rule file's proxy for all addresses but loopback. */
  private static final class Fixed extends ProxySelector {
    private final Proxy proxy;

    Fixed(URI proxy) {
      this.proxy =
          new Proxy(
              Proxy.Type.HTTP,
              InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort()));
    }

    @Override
    public List<Proxy> select(URI target) {
      return List.of(isLoopback(target.getHost()) ? Proxy.NO_PROXY : proxy);
    }

    @Override
    public void connectFailed(URI target, SocketAddress address, IOException failure) {
      // There is no alternative proxy.
    }

    /** The JDK's own default for http.nonProxyHosts. */
    private static boolean isLoopback(String host) {
      return host.equals("localhost")
          || host.startsWith("127.")
          || host.equals("::1")
          || host.equals("[::1]");
    }
  }

  /**
   * Delegates to the JVM's current proxy selector. It is read for each request, because a cached
   * one would hold the application's class loader.
   */
  private static final class Jvms extends ProxySelector {

    @Override
    public List<Proxy> select(URI target) {
      ProxySelector current = ProxySelector.getDefault();
      return current == null ? List.of(Proxy.NO_PROXY) : current.select(target);
    }

    @Override
    public void connectFailed(URI target, SocketAddress address, IOException failure) {
      ProxySelector current = ProxySelector.getDefault();
      if (current != null) {
        current.connectFailed(target, address, failure);
      }
    }
  }
}
