package dev.mulligan.notify.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.channel.Conversation;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyslogChannelTest {

  private static final int MOST = 65_535;

  @Test
  void sendsOneLineOfRfc5424() throws IOException {
    String line = received("/local7", Messages.critical());

    assertThat(line)
        .startsWith(
            "<186>1 2026-11-05T03:00:00Z web-3 mulligan 4711 critical - "
                + "\uFEFFCritical alert: com.acme.")
        .contains(" | Attempt 1, 31ms: java.io.IOException: connection reset | ")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "CRITICAL, '', <10>",
    "TASK_FAILURE, /local0, <131>",
    "PERFORMANCE, /kern, <4>",
    "SUCCESS, /local7, <190>",
    "SUCCESS, ?facility=LOCAL7, <190>",
  })
  void computesThePriorityOfFacilityAndSeverity(NotificationType type, String facility, String pri)
      throws IOException {
    assertThat(received(facility, Probe.of(type))).startsWith(pri + "1 ");
  }

  @Test
  void staysWithinWhatEveryReceiverTakes() throws IOException {
    String line = received("", Probe.huge());

    assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(2_040, 2_048);
    assertThat(line).endsWith("…");
  }

  @Test
  void isTriedAgainWhenTheHostIsNotKnown() {
    assertThatThrownBy(
            () ->
                Channels.of("rsyslog://no-such-host.invalid")
                    .get(0)
                    .send(Messages.critical(), new Conversation().network()))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage("no-such-host.invalid");
  }

  @Test
  void showsItsWholeAddressWhichHoldsNoSecret() {
    assertThat(Probe.masked("rsyslog://logs:1514/local3"))
        .containsExactly("rsyslog://logs:1514/local3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rsyslog://               | an rsyslog:// URL is rsyslog://host[:port][/facility]
          rsyslog://bob@host       | an rsyslog:// URL is rsyslog://host[:port][/facility]
          rsyslog://h/a/b          | an rsyslog:// URL is rsyslog://host[:port][/facility]
          rsyslog://h/locl0        | the rsyslog:// URL has an unknown facility: did you mean local0?
          rsyslog://h?facilty=x    | the rsyslog:// URL has an argument that is not supported, 'facilty': did you mean facility?
          syslog://h               | unknown channel scheme 'syslog': did you mean rsyslog://?
          """)
  void refusesWhatItDoesNotUnderstand(String url, String message) {
    assertThatThrownBy(() -> Channels.of(url))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageStartingWith(message);
  }

  private static String received(String facility, Message message) throws IOException {
    try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(10_000);
      String url = "rsyslog://127.0.0.1:" + server.getLocalPort() + facility;
      DeliveryOutcome outcome = Channels.of(url).get(0).send(message, new Conversation().network());
      DatagramPacket packet = new DatagramPacket(new byte[MOST], MOST);
      server.receive(packet);

      assertThat(outcome).isInstanceOf(DeliveryOutcome.Delivered.class);
      return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }
  }
}
