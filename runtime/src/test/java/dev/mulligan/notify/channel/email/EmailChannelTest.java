package dev.mulligan.notify.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.mail.Mail;
import dev.mulligan.mail.MailAnswer;
import dev.mulligan.mail.MailSecurity;
import dev.mulligan.mail.MailServer;
import dev.mulligan.mail.MailTransport;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Body;
import dev.mulligan.notify.content.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailChannelTest {

  private final Sent sent = new Sent();

  @Test
  void sendsOneMailToEachReceiver() throws Exception {
    send("mailto://host/a@x.org/b@x.org?to=c@x.org, d@x.org&cc=e@x.org&bcc=f@x.org&reply=g@x.org");

    assertThat(sent.mails)
        .extracting(Mail::to)
        .containsExactly("a@x.org", "b@x.org", "c@x.org", "d@x.org");
    assertThat(sent.mails)
        .allSatisfy(
            mail -> {
              assertThat(mail.cc()).containsExactly("e@x.org");
              assertThat(mail.bcc()).containsExactly("f@x.org");
              assertThat(mail.replyTo()).containsExactly("g@x.org");
              assertThat(mail.from()).isEqualTo("mulligan@host");
              assertThat(mail.senderName()).isEqualTo("Mulligan");
            });
  }

  @Test
  void isReadAsPlainTextOrAsHtml() throws Exception {
    send("mailto://host/a@x.org?+X-Team=checkout");
    Mail mail = sent.mails.get(0);

    assertThat(mail.id()).isEqualTo("id-1");
    assertThat(mail.date()).isEqualTo(Notifications.TIME);
    assertThat(mail.subject()).startsWith("Critical alert: com.acme.PaymentGateway.charge(");
    assertThat(mail.text()).contains("\nAttempt 1, 31ms: java.io.IOException: connection reset\n");
    assertThat(mail.html().orElseThrow())
        .contains("<h3>Critical alert: com.acme.PaymentGateway.charge(String, long) failed")
        .contains("<b>Attempt 1</b>, 31ms: java.io.IOException: connection reset<br>")
        .contains("#A32037");
    assertThat(mail.headers())
        .containsEntry("X-Application", "Mulligan")
        .containsEntry("Auto-Submitted", "auto-generated")
        .containsEntry("X-Team", "checkout");
  }

  @Test
  void leavesOutTheHtmlWhereTheUrlSaysSo() throws Exception {
    send("mailto://host/a@x.org?format=text");

    assertThat(sent.mails.get(0).html()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "mailto://h/a@x                    | h      | 25   | NONE",
        "mailto://h:2525/a@x               | h      | 2525 | NONE",
        "mailto://h/a@x?mode=starttls      | h      | 587  | STARTTLS",
        "mailtos://h/a@x                   | h      | 587  | STARTTLS",
        "mailtos://h/a@x?mode=ssl          | h      | 465  | TLS",
        "mailtos://x.org/a@x?smtp=mail.x.y | mail.x.y | 587 | STARTTLS",
      })
  void findsTheServer(String url, String host, int port, MailSecurity security) throws Exception {
    send(url);

    assertThat(sent.servers.get(0).host()).isEqualTo(host);
    assertThat(sent.servers.get(0).port()).isEqualTo(port);
    assertThat(sent.servers.get(0).security()).isEqualTo(security);
    assertThat(sent.servers.get(0).login()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mailto://bob:pw@x.org                      | bob@x.org | Mulligan",
        "mailto://bob%40y.org:pw@x.org              | bob@y.org | Mulligan",
        "mailto://bob:pw@x.org?from=eve@z.org       | eve@z.org | Mulligan",
        "mailto://bob:pw@x.org?from=Ops Team        | bob@x.org | Ops Team",
        "mailto://bob:pw@x.org?from=Ops <eve@z.org> | eve@z.org | Ops",
        "mailto://bob:pw@x.org?name=Ops             | bob@x.org | Ops",
      })
  void namesTheSenderAndSendsToItWhenNobodyElseIsNamed(String url, String address, String name)
      throws Exception {
    send(url);

    assertThat(sent.mails.get(0).from()).isEqualTo(address);
    assertThat(sent.mails.get(0).senderName()).isEqualTo(name);
    assertThat(sent.mails.get(0).to()).isEqualTo(address);
    assertThat(sent.servers.get(0).login().orElseThrow().password()).isEqualTo("pw");
  }

  @Test
  void hasTimeOutsAndTrustOfItsOwn() throws Exception {
    send("mailtos://h/a@x.org?cto=1&rto=2.5&verify=no");

    assertThat(sent.servers.get(0).options().connectTimeout()).contains(Duration.ofSeconds(1));
    assertThat(sent.servers.get(0).options().readTimeout()).contains(Duration.ofMillis(2_500));
    assertThat(sent.servers.get(0).options().verifiesCertificates()).isFalse();
  }

  @Test
  void triesAgainWhatTheServerRefusesForNow() throws Exception {
    sent.answer = new MailAnswer(451, "451 4.7.1 greylisted");
    assertThat(send("mailto://h/a@x.org"))
        .isEqualTo(
            new DeliveryOutcome.RetryLater(
                "the mail server says: 451 4.7.1 greylisted", Optional.empty()));

    sent.answer = new MailAnswer(550, "550 no such user");
    assertThat(send("mailto://h/a@x.org"))
        .isEqualTo(new DeliveryOutcome.ChannelFailed("the mail server says: 550 no such user"));

    sent.answer = new MailAnswer(554, "554 looks like spam", true);
    assertThat(send("mailto://h/a@x.org"))
        .isEqualTo(new DeliveryOutcome.Failed("the mail server says: 554 looks like spam"));

    sent.answer = new MailAnswer(MailAnswer.NONE, "no module");
    assertThat(send("mailto://h/a@x.org"))
        .isEqualTo(new DeliveryOutcome.ChannelFailed("no module"));
  }

  @Test
  void keepsTextsWithinTheirLimits() throws Exception {
    Message huge =
        new Message(
            Notifications.critical(),
            Messages.PROCESS,
            "t".repeat(5_000),
            Body.of("<&>".repeat(50_000)));
    Channels.of("mailto://h/a@x.org").get(0).send(huge, sent.network());
    Mail mail = sent.mails.get(0);

    assertThat(mail.subject()).hasSize(250).endsWith("…");
    assertThat(mail.text()).hasSize(32_768).endsWith("…");
    assertThat(mail.html().orElseThrow()).contains("&lt;&amp;&gt;").contains("…</p>");
  }

  @Test
  void showsThePasswordNowhere() {
    Channel channel = Channels.of("mailtos://bob:s3cr3t-pw@mail.x.org:2587/a@x.org").get(0);

    assertThat(channel.maskedUrl()).isEqualTo("mailtos://***@mail.x.org:2587/a@x.org");
    assertThat(channel.hideSecrets("500 unknown: AUTH PLAIN AGJvYgBzM2NyM3QtcHc= s3cr3t-pw"))
        .isEqualTo("500 unknown: AUTH PLAIN *** ***");
    assertThat(new MailServer.Login("bob", "s3cr3t-pw").toString()).doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto://",
        "mailto:///a@x.org",
        "mailto://host",
        "mailto://host/nobody",
        "mailto://host/a@x.org?cc=nobody",
        "mailto://host/ü@x.org",
        "mailto://host/a@x.org?from=Ops <",
        "mailto://host/a@x.org?mode=tls",
        "mailtos://host/a@x.org?mode=insecure",
        "mailto://host/a@x.org?format=markdown",
        "mailto://host/a@x.org?+Bcc=b@x.org",
        "mailto://host/a@x.org?+Content-Type=text/html",
        "mailto://host/a@x.org?+X-A=%C3%BC",
        "mailto://host/a@x.org?+X-A=1%0D%0ABcc:b@x.org",
        "mailto://host/a@x.org?-a=b",
        "mailto://host/a@x.org?smpt=b"
      })
  void refusesWhatItDoesNotUnderstand(String url) {
    assertThatThrownBy(() -> Channels.of(url))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageContaining("mailto");
  }

  private DeliveryOutcome send(String url) throws IOException {
    DeliveryOutcome last = new DeliveryOutcome.Failed("nothing sent");
    for (Channel channel : Channels.of(url)) {
      last = channel.send(Messages.critical(), sent.network());
    }
    return last;
  }

  /** Keeps what is sent. */
  private static final class Sent implements MailTransport {
    private final List<Mail> mails = new ArrayList<>();
    private final List<MailServer> servers = new ArrayList<>();
    private MailAnswer answer = new MailAnswer(250, "250 ok");

    @Override
    public MailAnswer send(Mail mail, MailServer server) {
      mails.add(mail);
      servers.add(server);
      return answer;
    }

    Network network() {
      return new Network(
          request -> {
            throw new IllegalStateException("mail needs no HTTP");
          },
          this);
    }
  }
}
