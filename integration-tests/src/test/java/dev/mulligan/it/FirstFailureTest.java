package dev.mulligan.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.MailServer;
import dev.mulligan.it.harness.MailTls;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.TestAuthority;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Between the first failure of a process and its notification, no class is initialised whose
 * initialisation can fail: the rehearsal has done it. The lists are in
 * target/first-failure-classes-*.txt.
 */
class FirstFailureTest {

  private static final String RULES =
      """
      version: 1
      strategies:
        once: {max-attempts: 1, on-failure: {type: critical}}
        twice: {max-attempts: 2, backoff: {initial: 10ms}, on-failure: {type: critical}}
      rules:
        - {name: place, match: "exhausted.Main$Calls.call(String, boolean)", strategy: once}
        - {name: later, match: "exhausted.Main$Calls.later(String)", strategy: twice}
      notifications:
        http: {trust: "%s"}
        channels: [{url: "%s"}]
        group: off
        storm-cap: off
        outbox: {dir: "%s"}
      """;

  private static final int FAILURES = 3;

  @TempDir static Path keys;

  private static TestAuthority authority;

  @TempDir Path folder;

  @BeforeAll
  static void makeAuthority() {
    authority = new TestAuthority(keys, "127.0.0.1");
  }

  @OnEachJdk
  void overHttp(Jdk jdk) throws Exception {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      initialisesNothing(jdk, "json", "json://" + receiver.address() + "/hook", receiver::next);
    }
  }

  /** The other tests fail at once, in a call of one attempt. */
  @OnEachJdk
  void ofAFuture(Jdk jdk) throws Exception {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      String url = "json://" + receiver.address() + "/hook";
      initialisesNothing(jdk, "future", url, "failLater", receiver::next);
    }
  }

  @OnEachJdk
  void overHttps(Jdk jdk) throws Exception {
    try (NotificationReceiver receiver = NotificationReceiver.on(authority.server())) {
      initialisesNothing(jdk, "jsons", "jsons://" + receiver.address() + "/hook", receiver::next);
    }
  }

  @OnEachJdk
  void byMailWithStarttls(Jdk jdk) throws Exception {
    try (MailServer server = MailServer.start();
        MailTls tls = MailTls.startTls(authority, server)) {
      initialisesNothing(jdk, "starttls", mail(tls, "starttls"), new Mails(server)::next);
    }
  }

  @OnEachJdk
  void byMailOverTls(Jdk jdk) throws Exception {
    try (MailServer server = MailServer.start();
        MailTls tls = MailTls.fromTheStart(authority, server)) {
      initialisesNothing(jdk, "mails", mail(tls, "ssl"), new Mails(server)::next);
    }
  }

  private static String mail(MailTls tls, String mode) {
    return "mailtos://alerts%%40example.org:%s@127.0.0.1:%d/ops@example.org?mode=%s"
        .formatted(MailServer.PASSWORD, tls.port(), mode);
  }

  private void initialisesNothing(Jdk jdk, String name, String url, Runnable next)
      throws IOException {
    initialisesNothing(jdk, name, url, "fail", next);
  }

  private void initialisesNothing(Jdk jdk, String name, String url, String fail, Runnable next)
      throws IOException {
    Path log = folder.resolve("classes.log");
    Path rules =
        RuleFile.in(
            folder, RULES.formatted(authority.certificate(), url, folder.resolve("outbox")));
    try (RunningJvm running =
        ChildJvm.of(jdk, App.named("exhausted").main("exhausted.Main"))
            .rules(rules)
            .options("-Xlog:class+init=info,class+load=info:file=" + log)
            .start()) {
      running.awaitOut("ready");
      assertThat(running.ask("rehearsed")).isEqualTo("no thread mulligan-rehearsal");
      long before = Files.size(log);
      assertThat(running.ask(fail + " first " + FAILURES)).isEqualTo("failed " + FAILURES);
      for (int i = 0; i < FAILURES; i++) {
        next.run();
      }

      List<String> since = classesSince(log, before);
      Files.write(Path.of("target", "first-failure-classes-" + name + "-" + jdk + ".txt"), since);
      assertThat(since).as(running::report).filteredOn(line -> !mayComeLate(line)).isEmpty();
    }
  }

  private static List<String> classesSince(Path log, long before) throws IOException {
    byte[] all = Files.readAllBytes(log);
    String since = new String(all, (int) before, (int) (all.length - before), ISO_8859_1);
    return since
        .lines()
        .filter(line -> line.contains(" source: ") || line.contains("Initializing '"))
        .map(line -> line.replaceFirst("^(\\[[^\\]]*\\])+ *", ""))
        .toList();
  }

  /**
   * A class of the JDK without a static initialiser: it only needs to be loaded, from a file that
   * the JVM holds open. None of ours, and none of the libraries within the agent.
   */
  private static boolean mayComeLate(String line) {
    return line.contains(" source: jrt:/")
        || line.contains(" source: __ClassDefiner__") // a reflective call that was frequent
        || line.contains("java.lang.invoke.LambdaForm$MH/") // one more shape of a method handle
        || line.contains("'java/lang/invoke/LambdaForm$MH+")
        || line.contains(" source: shared objects file")
        || (line.contains("Initializing 'java/") && line.contains("(no method)"))
        || (line.contains("Initializing 'jdk/") && line.contains("(no method)"))
        || (line.contains("Initializing 'sun/") && line.contains("(no method)"))
        || line.contains("exhausted");
  }

  /** The messages of a server, one after the other. */
  private static final class Mails {
    private final MailServer server;
    private final List<MimeMessage> taken = new ArrayList<>();

    Mails(MailServer server) {
      this.server = server;
    }

    void next() {
      for (int i = 0; i < 400 && taken.isEmpty(); i++) {
        taken.addAll(server.taken());
        pause();
      }
      assertThat(taken).as("mails within 20 s").isNotEmpty();
      taken.remove(0);
    }

    private static void pause() {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
