package dev.mulligan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.mulligan.http.HttpSettings;
import dev.mulligan.http.RequestOptions;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotifierMailTest {

  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(0).build();
  private static final HandshakeCertificates CERTIFICATES =
      new HandshakeCertificates.Builder()
          .heldCertificate(
              new HeldCertificate.Builder()
                  .signedBy(AUTHORITY)
                  .addSubjectAlternativeName("localhost")
                  .build(),
              AUTHORITY.certificate())
          .build();

  private static final MailSettings DEFAULTS = MailSettings.of(HttpSettings.DEFAULTS);

  private final NotifierMail mail = new NotifierMail(DEFAULTS);
  private ScriptedSmtp server;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedSmtp(CERTIFICATES.sslSocketFactory());
  }

  @AfterEach
  void stop() throws IOException {
    mail.close();
    server.close();
  }

  @Test
  void bringsTextAndHtmlToARealServerThatWantsALogin() throws Exception {
    GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    green.setUser("bob", "bob", "pässword");
    green.start();
    try {
      MailServer there = server(green.getSmtp().getPort(), MailSecurity.NONE, login("pässword"));
      MailAnswer answer = mail.send(mail("Grüße 😀 " + "long ".repeat(40)), there);

      assertThat(answer.isTaken()).as(answer.words()).isTrue();
      MimeMessage taken = green.getReceivedMessages()[0];
      assertThat(green.getReceivedMessages()).hasSize(3);
      assertThat(taken.getSubject()).isEqualTo("Grüße 😀 " + "long ".repeat(40));
      assertThat(taken.getFrom()[0]).hasToString(encodedName() + " <us@here>");
      assertThat(taken.getRecipients(RecipientType.TO)[0]).hasToString("to@there");
      assertThat(taken.getRecipients(RecipientType.CC)[0]).hasToString("cc@there");
      assertThat(taken.getRecipients(RecipientType.BCC)).isNull();
      assertThat(taken.getReplyTo()[0]).hasToString("reply@here");
      assertThat(taken.getMessageID()).isEqualTo("<id-1@here>");
      assertThat(taken.getSentDate()).isEqualTo(Date.from(Instant.parse("2026-11-05T03:00:00Z")));
      assertThat(taken.getHeader("X-Application")).containsExactly("Mulligan");
      MimeMultipart parts = (MimeMultipart) taken.getContent();
      assertThat(parts.getContentType()).startsWith("multipart/alternative");
      assertThat(text(parts.getBodyPart(0))).isEqualTo("text/plain line 1 é\r\n.\r\n  ends  ");
      assertThat(text(parts.getBodyPart(1))).isEqualTo("text/html <b>é</b>");
    } finally {
      green.stop();
    }
  }

  @Test
  void refusesALoginThatTheServerDoesNotKnowForGood() throws Exception {
    GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    green.setUser("bob", "bob", "right");
    green.start();
    try {
      MailAnswer answer =
          mail.send(
              mail("s"), server(green.getSmtp().getPort(), MailSecurity.NONE, login("wrong-pw")));

      assertThat(answer.code()).isEqualTo(535);
      assertThat(answer.words()).doesNotContain("wrong-pw");
    } finally {
      green.stop();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = MailSecurity.class,
      names = {"STARTTLS", "TLS"})
  void keepsTheConversationUnderTlsWithACertificateThatTheRuleFileTrusts(MailSecurity security)
      throws Exception {
    mail.use(trustingTheAuthority());
    MailServer there = server(server(security).port(), security, login("secret"));

    assertThat(mail.send(mail("s"), there).isTaken()).isTrue();
    assertThat(server.heard).anyMatch(line -> line.startsWith("AUTH ")).contains("DATA");
    if (security == MailSecurity.STARTTLS) {
      assertThat(server.heard.indexOf("STARTTLS")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = MailSecurity.class,
      names = {"STARTTLS", "TLS"})
  void saysNothingToAServerWhoseCertificateNobodyVouchesFor(MailSecurity security)
      throws Exception {
    MailServer there = server(server(security).port(), security, login("secret"));

    assertThatThrownBy(() -> mail.send(mail("s"), there))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("PKIX");
    assertThat(server.heard).noneMatch(line -> line.startsWith("AUTH"));
  }

  @ParameterizedTest
  @EnumSource(
      value = MailSecurity.class,
      names = {"STARTTLS", "TLS"})
  void takesAnyCertificateWhereTheUrlSaysSo(MailSecurity security) throws Exception {
    RequestOptions unverified = new RequestOptions(Optional.empty(), Optional.empty(), false);
    MailServer there =
        new MailServer(
            "127.0.0.1", server(security).port(), security, Optional.empty(), unverified);

    assertThat(mail.send(mail("s"), there).isTaken()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = MailSecurity.class,
      names = {"STARTTLS", "TLS"})
  void refusesTheCertificateOfAnotherHost(MailSecurity security) throws Exception {
    mail.use(trustingTheAuthority());
    MailServer there =
        new MailServer(
            "127.0.0.1", server(security).port(), security, login("secret"), RequestOptions.USUAL);

    assertThatThrownBy(() -> mail.send(mail("s"), there)).isInstanceOf(IOException.class);
    assertThat(server.heard).noneMatch(line -> line.startsWith("AUTH"));
  }

  @Test
  void neverGoesOnInTheOpenWhenStartTlsIsNotToBeHad() throws Exception {
    server.answering("EHLO", "250-here\r\n250 AUTH PLAIN");
    MailAnswer answer =
        mail.send(mail("s"), server(server.port(), MailSecurity.STARTTLS, login("secret")));

    assertThat(answer.code()).isEqualTo(MailAnswer.NONE);
    assertThat(answer.words()).contains("STARTTLS is required");
    assertThat(server.heard).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "MAIL", "RCPT", "DATA", "."})
  void tellsARefusalForNowFromOneForGood(String verb) throws Exception {
    server.answering(verb, "451 4.7.1 greylisted,\tcome back");
    MailAnswer now = mail.send(mail("s"), plain());
    server.answering(verb, "554 5.7.1 go away");
    MailAnswer ever = mail.send(mail("s"), plain());

    assertThat(now.code()).isEqualTo(451);
    assertThat(now.isTemporary()).isTrue();
    assertThat(now.words()).contains("greylisted, come back");
    assertThat(ever.code()).isEqualTo(554);
    assertThat(ever.isTemporary()).isFalse();
  }

  @Test
  void sendsToNobodyWhenOneOfThemIsRefused() throws Exception {
    server.answering("RCPT", "550 no such user");

    assertThat(mail.send(mail("s"), plain()).code()).isEqualTo(550);
    assertThat(server.heard).doesNotContain("DATA");
  }

  @Test
  void triesAgainWhenTheConnectionEnds() throws Exception {
    server.answering("MAIL", ScriptedSmtp.END);

    assertThatThrownBy(() -> mail.send(mail("s"), plain())).isInstanceOf(IOException.class);
  }

  @Test
  void doesNotWaitForEverForAnAnswer() throws Exception {
    server.answering("CONNECT", ScriptedSmtp.SILENCE);
    RequestOptions hurry =
        new RequestOptions(Optional.empty(), Optional.of(Duration.ofMillis(50)), true);
    MailServer there =
        new MailServer("localhost", server.port(), MailSecurity.NONE, Optional.empty(), hurry);

    assertThatThrownBy(() -> mail.send(mail("s"), there)).isInstanceOf(IOException.class);
  }

  @Test
  void isOverWhenNobodyListens() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThatThrownBy(
            () -> mail.send(mail("s"), server(port, MailSecurity.NONE, Optional.empty())))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void aClosedOneSendsNothing() {
    mail.close();

    assertThatThrownBy(() -> mail.send(mail("s"), plain())).hasMessage("the notifier is closed");
  }

  @Test
  void leavesTheThreadsContextClassLoaderAsItWas() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    ClassLoader others = new ClassLoader(null) {};
    Thread.currentThread().setContextClassLoader(others);
    try {
      assertThat(mail.send(mail("s"), plain()).isTaken()).isTrue();
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(others);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void aLineOfAFullStopDoesNotEndTheMessage() throws Exception {
    mail.send(mail("s"), plain());

    assertThat(server.heard).contains("..").doesNotContain("  ends  ");
  }

  @Test
  void aSubjectOfSeveralLinesAddsNoHeader() throws Exception {
    mail.send(mail("one\r\nBcc: evil@example.org\r\n\r\nbody"), plain());

    assertThat(server.heard).noneMatch(line -> line.startsWith("Bcc:"));
    assertThat(server.heard).noneMatch(line -> line.startsWith("RCPT TO:<evil"));
  }

  @ParameterizedTest
  @EnumSource
  void aRehearsalSucceedsAndSendsNothing(MailSecurity security) throws Exception {
    mail.rehearse(mail("s"), server(server.port(), security, login("password")));

    assertThat(server.heard).isEmpty();
  }

  private ScriptedSmtp server(MailSecurity security) {
    return security == MailSecurity.TLS ? server.answering("TLS", "yes") : server;
  }

  private MailServer plain() {
    return server(server.port(), MailSecurity.NONE, Optional.empty());
  }

  private MailSettings trustingTheAuthority() throws IOException {
    Path pem = folder.resolve("ca.pem");
    Files.writeString(pem, AUTHORITY.certificatePem());
    return new MailSettings(
        Optional.of(pem.toString()), DEFAULTS.connectTimeout(), DEFAULTS.readTimeout());
  }

  private static MailServer server(
      int port, MailSecurity security, Optional<MailServer.Login> login) {
    return new MailServer("localhost", port, security, login, RequestOptions.USUAL);
  }

  private static Optional<MailServer.Login> login(String password) {
    return Optional.of(new MailServer.Login("bob", password));
  }

  private static Mail mail(String subject) {
    return new Mail(
        "id-1",
        Instant.parse("2026-11-05T03:00:00Z"),
        "us@here",
        "Ünser Name",
        "to@there",
        List.of("cc@there"),
        List.of("bcc@there"),
        List.of("reply@here"),
        subject,
        "text/plain line 1 é\n.\n  ends  ",
        Optional.of("text/html <b>é</b>"),
        Map.of("X-Application", "Mulligan"));
  }

  private static String encodedName() throws Exception {
    return MimeUtility.encodeWord("Ünser Name", "UTF-8", null);
  }

  private static String text(BodyPart part) throws Exception {
    return part.getContent().toString();
  }
}
