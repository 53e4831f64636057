package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.MailServer;
import dev.mulligan.it.harness.MailTls;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.TestAuthority;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mail through a real SMTP server, with TLS by the user's own certificate authority, and a login.
 */
class MailTest {

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
        http: {trust: "%s"}
        shutdown-timeout: 20s
        channels: [{url: "mailtos://alerts%%40example.org:%s@127.0.0.1:%d/ops@example.org?%s"}]
      """;

  @TempDir static Path keys;

  private static TestAuthority authority;

  @TempDir Path folder;

  @BeforeAll
  static void makeAuthority() {
    authority = new TestAuthority(keys, "127.0.0.1");
  }

  @OnEachJdk
  void theMailOfAFailureComesByStarttlsAfterALogin(Jdk jdk) throws MessagingException {
    try (MailServer server = MailServer.start();
        MailTls tls = MailTls.startTls(authority, server);
        RunningJvm running =
            ChildJvm.of(jdk, App.named("orders").main("orders.Main"))
                .rules(rules(MailServer.PASSWORD, tls.port(), "mode=starttls"))
                .start()) {
      running.ask("down");
      running.end().assertStatus().isZero();
      List<MimeMessage> mails = server.taken();
      assertThat(mails).as(running.report()).hasSize(1);
      assertThat(mails.get(0).getSubject()).contains("orders.Warehouse.order");
      assertThat(mails.get(0).getFrom()[0]).hasToString("Mulligan <alerts@example.org>");
    }
  }

  @OnEachJdk
  void theMailComesByTlsFromTheStart(Jdk jdk) throws MessagingException {
    try (MailServer server = MailServer.start();
        MailTls tls = MailTls.fromTheStart(authority, server)) {
      Finished finished = notify(jdk, rules(MailServer.PASSWORD, tls.port(), "mode=ssl"));
      finished.assertStatus().isZero();
      assertThat(server.taken()).extracting(MimeMessage::getSubject).hasSize(1);
    }
  }

  @Test
  void aWrongPasswordIsToldAndNotShown() {
    try (MailServer server = MailServer.start();
        MailTls tls = MailTls.startTls(authority, server)) {
      Finished finished =
          notify(Jdk.running(), rules("wr0ngPassw0rd", tls.port(), "mode=starttls"));
      finished.assertStatus().isEqualTo(1);
      finished.assertOut().anyMatch(line -> line.contains("535"));
      assertThat(finished.out() + " " + finished.err()).doesNotContain("wr0ngPassw0rd");
      assertThat(server.taken()).isEmpty();
    }
  }

  @Test
  void aServerWithoutStarttlsGetsNothing() {
    try (MailServer server = MailServer.start()) {
      Path rules = rules(MailServer.PASSWORD, server.port(), "mode=starttls");
      Finished finished = notify(Jdk.running(), rules);
      finished.assertStatus().isEqualTo(1);
      assertThat(server.taken()).isEmpty();
    }
  }

  @Test
  void aServerOfAnUnknownAuthorityGetsNothing() {
    TestAuthority unknown = new TestAuthority(folder, "127.0.0.1");
    try (MailServer server = MailServer.start();
        MailTls tls = MailTls.startTls(unknown, server)) {
      Path rules = rules(MailServer.PASSWORD, tls.port(), "mode=starttls");
      notify(Jdk.running(), rules).assertStatus().isEqualTo(1);
      assertThat(server.taken()).isEmpty();
    }
  }

  private static Finished notify(Jdk jdk, Path rules) {
    return AgentCli.on(jdk)
        .run(
            "notify",
            rules.toString(),
            "--title",
            "Disk full",
            "--body",
            "on web-3",
            "--timeout",
            "20");
  }

  private Path rules(String password, int port, String mode) {
    String trust = authority.certificate().toString();
    return RuleFile.in(
        folder,
        RULES.formatted(trust, password, port, mode + "&from=Mulligan%3Calerts%40example.org%3E"));
  }
}
