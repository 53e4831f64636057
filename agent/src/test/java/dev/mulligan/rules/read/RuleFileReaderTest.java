package dev.mulligan.rules.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.log.Log;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.rules.AgentSettings;
import dev.mulligan.rules.FakeEnvironment;
import dev.mulligan.rules.MetricsSettings;
import dev.mulligan.rules.Mode;
import dev.mulligan.rules.Rule;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.rules.RuleFiles;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFileReaderTest {

  @TempDir private Path folder;
  private RuleFiles files = new RuleFiles(Path.of(""));

  @BeforeEach
  void setUp() {
    files = new RuleFiles(folder, new FakeEnvironment().withVariable("SLACK_A", "T0"));
  }

  @Test
  void readsEveryBlockOfTheDesign() {
    files.write("ca.pem", "-----BEGIN CERTIFICATE-----\n");
    RuleFile read =
        files.accept(
            """
            version: 1
            strategies:
              card-payments:
                extends: api-call
                max-attempts: 10
                max-duration: 10m
                backoff:
                  type: exponential
                  initial: 1s
                  multiplier: 3
                  max: 120s
                  jitter: full
                retry-on: [java.io.IOException, {type: java.sql.SQLException, sql-state: ["08*", "40001"]}]
                abort-on: [java.io.FileNotFoundException]
                retry-on-result: [{property: statusCode, in: [429, "500..599"]}, {is: null}]
                delay-from: retry-after
                on-failure:
                  notify: true
                  type: critical
                  tags: [critical, ops]
                  context: {service: payments, team: checkout}
            rules:
              - name: charge
                match: "com.acme.PaymentGateway.charge(String, long)"
                strategy: card-payments
              - name: repositories
                match:
                  - "public * com.acme..*Repository+.find*(..)"
                  - "@com.acme.Idempotent * com.acme..*.*(..)"
                exclude: ["* com.acme.audit..*.*(..)"]
                strategy: {extends: database, max-attempts: 4}
                mode: observe
                synchronized: hold
            notifications:
              channels:
                - url: "slack://${env:SLACK_A}/B0/C0"
                  tags: [critical, ops]
              redact: ["(?i)card=\\\\d+"]
              http: {proxy: "http://127.0.0.1:3128", trust: ca.pem, connect-timeout: 2s, read-timeout: 9s}
            agent:
              reload: 5s
              log: {level: info, file: /var/log/app/mulligan.log}
            """);

    Strategy card = read.rules().get(0).strategy();
    assertThat(read.strategies()).containsOnly(Map.entry("card-payments", card));
    assertThat(card.maxAttempts()).isEqualTo(10);
    assertThat(card.maxDuration()).contains(Duration.ofMinutes(10));
    assertThat(card.backoff())
        .isEqualTo(new Backoff.Exponential(Duration.ofSeconds(1), 3, Duration.ofMinutes(2)));
    assertThat(card.jitter()).isEqualTo(new Jitter.Full());
    assertThat(card.retryOn()).hasSize(2);
    assertThat(card.abortOn()).hasSize(1);
    assertThat(card.retryOnResult()).hasSize(2);
    assertThat(card.delayFrom()).contains(DelaySource.RETRY_AFTER);
    assertThat(card.onFailure().notifies()).isTrue();
    assertThat(card.onFailure().type()).isEqualTo(NotificationType.CRITICAL);
    assertThat(card.onFailure().tags()).hasToString("critical, ops");
    assertThat(card.onFailure().context())
        .isEqualTo(Map.of("service", "payments", "team", "checkout"));

    Rule charge = read.rules().get(0);
    assertThat(charge.mode()).isEqualTo(Mode.RETRY);
    assertThat(charge.holdsMonitor()).isFalse();
    Rule repositories = read.rules().get(1);
    assertThat(repositories.match()).hasSize(2);
    assertThat(repositories.exclude()).hasToString("[* com.acme.audit..*.*(..)]");
    assertThat(repositories.strategy().maxAttempts()).isEqualTo(4);
    assertThat(repositories.mode()).isEqualTo(Mode.OBSERVE);
    assertThat(repositories.holdsMonitor()).isTrue();

    assertThat(read.notifications().channels().get(0).url()).isEqualTo("slack://T0/B0/C0");
    assertThat(read.notifications().http().readTimeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(read.notifications().http().trust()).contains(folder.resolve("ca.pem").toString());
    assertThat(read.agent())
        .isEqualTo(
            new AgentSettings(
                Optional.of(Log.Level.INFO),
                Optional.of(new File("/var/log/app/mulligan.log")),
                false,
                Optional.empty(),
                MetricsSettings.NONE,
                Optional.of(Duration.ofSeconds(5))));
  }

  @Test
  void readsTheRateOfRetriesThatPeopleAreToldOf() {
    RuleFile read =
        files.accept(
            """
            version: 1
            agent: {retry-rate-alert: 100/min}
            rules:
              - {name: all, match: "com.acme.Shop.sell()", strategy: memory}
            """);

    assertThat(read.agent().retryRateAlert())
        .hasValueSatisfying(
            rate -> {
              assertThat(rate.retries()).isEqualTo(100);
              assertThat(rate.per()).isEqualTo(Duration.ofMinutes(1));
            });
  }
}
