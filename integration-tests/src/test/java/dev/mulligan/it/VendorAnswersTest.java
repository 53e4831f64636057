package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Answer;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.ConnectProxy;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.ReceivedRequest;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.ScriptedServer;
import dev.mulligan.it.harness.TestAuthority;
import dev.mulligan.it.harness.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How the notifier handles the answers of vendors, taken from their documentation. Another channel
 * beside the vendor's always gets its notification, whatever the vendor answers.
 */
class VendorAnswersTest {

  private static final String RULES =
      """
      version: 1
      strategies:
        once-more:
          max-attempts: 2
          backoff: {type: fixed, initial: 10ms, jitter: none}
          on-failure: {type: critical}
      rules:
        - name: orders
          match: "orders.Warehouse.order(String)"
          strategy: once-more
      notifications:
        http: {proxy: "%s", trust: "%s", read-timeout: 2s}
        channels:
          - url: "%s"
          - url: "json://%s/beside"
      """;

  @TempDir static Path keys;

  private static TestAuthority authority;

  @TempDir Path folder;

  @BeforeAll
  static void makeAuthority() {
    authority = new TestAuthority(keys, Vendor.hosts());
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void aVendorThatWantsLessIsGivenTheTimeThatItNames(Vendor vendor) {
    try (ScriptedServer server =
        ScriptedServer.secure(authority, vendor.tooMany(), vendor.taken())) {
      failing(vendor, server, () -> server.requests().size() >= 2);
      List<ReceivedRequest> requests = server.requests();
      assertThat(between(requests)).isGreaterThanOrEqualTo(vendor.named());
      assertThat(requests.get(1).body()).isEqualTo(requests.get(0).body());
    }
  }

  @Test
  void aResetAndAServerErrorAreTriedAgain() {
    try (ScriptedServer server =
        ScriptedServer.secure(
            authority,
            Answer.reset(),
            Answer.status(503, "down for a moment"),
            Vendor.DISCORD.taken())) {
      failing(Vendor.DISCORD, server, () -> server.requests().size() >= 3);
    }
  }

  @Test
  void aVendorThatSaysNothingIsTriedAgainAfterTheReadTimeout() {
    try (ScriptedServer server =
        ScriptedServer.secure(authority, Answer.stall(), Vendor.DISCORD.taken())) {
      failing(Vendor.DISCORD, server, () -> server.requests().size() >= 2);
      assertThat(between(server.requests())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void credentialsDoNotFollowARedirectToAnotherHost(Vendor vendor) {
    Answer elsewhere = Answer.status(307, "", "Location: https://elsewhere.example.org/taken");
    // The channel is paused, and tried once more at the end of the process.
    assertThat(refused(vendor, authority, elsewhere)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("vendorsOfOneRequest")
  void aRequestThatTheVendorDoesNotUnderstandIsNotSentAgain(Vendor vendor) {
    assertThat(refused(vendor, authority, vendor.notUnderstood())).hasSize(1);
  }

  @Test
  void aVendorWithACertificateOfAnUnknownAuthorityIsToldNothing() {
    TestAuthority unknown = new TestAuthority(folder, Vendor.hosts());
    assertThat(refused(Vendor.DISCORD, unknown, Vendor.DISCORD.taken())).isEmpty();
  }

  @Test
  void anAnswerWithoutAnEndNeitherFillsTheMemoryNorHoldsTheApplication() {
    try (ScriptedServer server = ScriptedServer.secure(authority, Answer.endless());
        ConnectProxy proxy = ConnectProxy.to(server.port());
        NotificationReceiver beside = NotificationReceiver.start();
        RunningJvm running = orders(Vendor.DISCORD, proxy, beside).options("-Xmx48m").start()) {
      running.ask("down");
      beside.next();
      Waiting.until(() -> !server.requests().isEmpty(), running::report);
      running.end().assertErr().noneMatch(line -> line.contains("OutOfMemoryError"));
    }
  }

  /** What came of one failure until the application has ended. */
  private List<ReceivedRequest> refused(Vendor vendor, TestAuthority other, Answer answer) {
    try (ScriptedServer server = ScriptedServer.secure(other, answer);
        ConnectProxy proxy = ConnectProxy.to(server.port());
        NotificationReceiver beside = NotificationReceiver.start();
        RunningJvm running = orders(vendor, proxy, beside).start()) {
      running.ask("down");
      beside.next();
      running.awaitErr(vendor.scheme() + "://");
      running.end().assertStatus().isZero();
      assertThat(proxy.asked()).containsOnly(vendor.host() + ":443");
      return server.requests();
    }
  }

  static Stream<Vendor> vendors() {
    return Vendor.all();
  }

  /** Those whose first request is the message itself, so that its refusal is the message's. */
  static Stream<Vendor> vendorsOfOneRequest() {
    return Vendor.all().filter(vendor -> !vendor.equals(Vendor.MATRIX));
  }

  private static Duration between(List<ReceivedRequest> requests) {
    return Duration.ofNanos(requests.get(1).nanoTime() - requests.get(0).nanoTime());
  }

  /**
   * A failure in a child JVM; returns when it is told and the other channel has its notification.
   */
  private void failing(Vendor vendor, ScriptedServer server, BooleanSupplier told) {
    try (ConnectProxy proxy = ConnectProxy.to(server.port());
        NotificationReceiver beside = NotificationReceiver.start();
        RunningJvm running = orders(vendor, proxy, beside).start()) {
      running.ask("down");
      beside.next();
      Waiting.until(told, running::report);
      assertThat(proxy.asked()).containsOnly(vendor.host() + ":443");
    }
  }

  private ChildJvm orders(Vendor vendor, ConnectProxy proxy, NotificationReceiver beside) {
    String rules =
        RULES.formatted(proxy.url(), authority.certificate(), vendor.url(), beside.address());
    return ChildJvm.of(Jdk.running(), App.named("orders").main("orders.Main"))
        .rules(RuleFile.in(folder, rules));
  }
}
