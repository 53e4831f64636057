package dev.mulligan.it.harness;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that no JDK knows, made with the JDK's keytool. */
public final class TestAuthority {

  private static final String PASSWORD = "changeit";

  private final Path store;
  private final Path certificate;

  /**
   * Makes the authority, and one certificate of its for the hosts.
   *
   * @param hosts names, {@code *.name} for those directly under one, or IPv4 addresses
   */
  public TestAuthority(Path folder, String... hosts) {
    store = folder.resolve("keys.p12");
    certificate = folder.resolve("ca.pem");
    Path request = folder.resolve("request");
    Path signed = folder.resolve("signed.pem");
    generate("ca", "CN=Test CA", "-ext", "bc:c");
    keytool("-exportcert", "-alias", "ca", "-rfc", "-file", certificate.toString());
    generate("server", "CN=Test server");
    keytool("-certreq", "-alias", "server", "-file", request.toString());
    keytool(
        "-gencert",
        "-alias",
        "ca",
        "-rfc",
        "-ext",
        "san=" + names(hosts),
        "-infile",
        request.toString(),
        "-outfile",
        signed.toString());
    keytool("-importcert", "-alias", "server", "-noprompt", "-file", signed.toString());
  }

  /** The authority's own certificate, to be trusted: a PEM file. */
  public Path certificate() {
    return certificate;
  }

  /** An HTTPS server on a free loopback port that says it is the hosts; bound, not started. */
  public HttpsServer server() {
    try {
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context()));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a server of TLS needs to say that it is the hosts. */
  public SSLContext context() {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      keys.deleteEntry("ca");
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String names(String... hosts) {
    return Stream.of(hosts)
        .map(host -> (host.matches("[0-9.]+") ? "ip:" : "dns:") + host)
        .collect(Collectors.joining(","));
  }

  private void generate(String alias, String name, String... more) {
    List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-alias", alias));
    arguments.addAll(List.of("-dname", name, "-keyalg", "EC", "-validity", "30"));
    arguments.addAll(List.of(more));
    keytool(arguments.toArray(String[]::new));
  }

  private void keytool(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + said);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
