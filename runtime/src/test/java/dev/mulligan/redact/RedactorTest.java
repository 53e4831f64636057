package dev.mulligan.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private final Redactor redactor = new Redactor(List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          login failed: password=hunter2 for bob        | login failed: password=*** for bob
          {"apiKey": "abc\\"def", "n": 1}               | {"apiKey": ***, "n": 1}
          db.password: 'x y z'                          | db.password: ***
          clientSecret=>s3cr3t, next                    | clientSecret=>***, next
          AWS_SECRET_ACCESS_KEY=abc/def+g               | AWS_SECRET_ACCESS_KEY=***
          Authorization: Bearer abc.def.ghi             | Authorization: ***
          {Authorization=[Basic dXNlcjpwdw==], A=b}     | {Authorization=[***], A=b}
          sent with bearer abcdef123456                 | sent with bearer ***
          GET https://bob:pw@host/path                  | GET https://***@host/path
          clone https://ghp_abc@github.com/x            | clone https://***@github.com/x
          jdbc:postgresql://h/db?user=a&password=b&s=1  | jdbc:postgresql://h/db?user=a&password=***&s=1
          jdbc:oracle:thin:scott/tiger@//db:1521/x      | jdbc:oracle:thin:***@//db:1521/x
          url /cb?code=abc123&state=1                   | url /cb?code=***&state=1
          card 4111 1111 1111 1111 declined             | card *** declined
          card 4111-1111-1111-1111.                     | card ***.
          POST https://hooks.slack.com/services/T1/B2/c3 | POST https://hooks.slack.com/services/***
          slack://T1/B2/c3                              | slack://***
          to https://api.telegram.org/bot12:abc/send    | to https://api.telegram.org/bot***
          token is xoxb-1234-5678-abcdef                | token is ***
          jwt eyJhbGciOiJIUzI1.eyJzdWIiOiIx.c2ln end    | jwt *** end
          password={bcrypt}$2a$10$abc, next             | password=***, next
          token={a b c} next                            | token=*** next
          <db><password>hunter2</password></db>         | <db><password>***</password></db>
          <ns:clientSecret a="b">x y</ns:clientSecret>  | <ns:clientSecret a="b">***</ns:clientSecret>
          <property name="db.password" value="x y"/>    | <property name="db.password" value=***/>
          Digest qop=auth, response="6629fae49393a05397450978507c4ef1" | Digest qop=auth, response="***"
          Authorization: Digest username="Mufasa", response="x" | Authorization: ***
          jdbc:postgresql://bob:a/b#c@db/x              | jdbc:postgresql://***@db/x
          https://bob:p?w@host/path                     | https://***@host/path
          Cookie: SID=31d4; lang=en                     | Cookie: ***
          Set-Cookie: id=a3fWa; Path=/; HttpOnly        | Set-Cookie: ***
          {Cookie=[a=b; c=d], Accept=[x]}               | {Cookie=[***], Accept=[x]}
          mysql --password s3cr3t --host db             | mysql --password *** --host db
          vault --client-token "a b" login              | vault --client-token *** login
          sent Basic dXNlcjpwdw== to it                 | sent Basic *** to it
          the password is hunter2, says bob             | the password is ***, says bob
          das Passwort ist Geheim123                    | das Passwort ist ***
          token is 'abcdef'                             | token is ***
          secret key wJalrXUtnFEMI/K7MDENG              | secret key ***
          credentials: password: hunter2                | credentials: password: ***
          api-key: --token hunter2                      | api-key: --token ***
          Authorization: token: hunter2                 | Authorization: token: ***
          password: token denied                        | password: *** denied
          passwort=geheim                               | passwort=***
          otp=123456 sent                               | otp=*** sent
          pin: 4711                                     | pin: ***
          {"pin":"4711"}                                | {"pin":"***"}
          """)
  void masksWhatCommonlyIsASecret(String text, String shown) {
    assertThat(redactor.apply(text)).isEqualTo(shown);
    assertThat(redactor.apply(shown)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api-key:\napi_key: hunter2",
        "token:\n--password hunter2",
        "Authorization: Bearer\n--token hunter2",
        "bearer --secret-token hunter2",
        "password:\n  hunter2",
      })
  void aNameAtTheEndOfALineDoesNotHideTheNextOne(String text) {
    assertThat(redactor.apply(text)).doesNotContain("hunter2").contains("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Retrying com.acme.Gateway.charge(String, long) after 2.5s (attempt 2/5)",
        "java.io.IOException: HTTP 503 from https://api.acme.com/v1/charges?id=17",
        "card 4111 1111 1111 1112 has a wrong check digit",
        "at 1700000000000 ms",
        "order 4111111111111111-A",
        "the password was wrong",
        "the password is required",
        "token is expired, ask for another",
        "secret key not found",
        "pin=connector and pins: 3 of 40",
        "spin: 4711",
        "mysql --password-file /etc/pw --host db",
        "Basic authentication is off, basic settings too",
        "the cookie: policy, cookies: enabled",
        "http://host:8080/a?mail=bob@example.com",
        "http://host:8080/a#b@c",
        "jdbc:mysql://h1:3306,h2:3306/db?mail=a@b",
        "<passwords><entry/></passwords>",
        "response=ok, response=200",
        "asia-east1, shipping, npm_config_cache, sk_live, AIza is a prefix",
        "eyJ is how a JWT begins",
        "mail to bob@example.com",
        "channel 1 (slack://***/#ops) and 2 (json://***@host/***): gone",
      })
  void leavesOtherTextsAlone(String text) {
    assertThat(redactor.apply(text)).isEqualTo(text);
  }

  static List<VendorTokens.Kind> kinds() {
    return VendorTokens.KINDS;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void masksTheTokensOfVendorsAndNothingThatIsShorter(VendorTokens.Kind kind) {
    for (String prefix : kind.prefixes()) {
      String token = prefix + "A1".repeat(kind.least()).substring(0, kind.least());
      String tooShort = "use " + prefix + "A1".repeat(kind.least()).substring(1, kind.least());

      assertThat(redactor.apply("use " + token + " now")).isEqualTo("use *** now");
      assertThat(redactor.apply("{\"a\":\"" + token + "\"}")).isEqualTo("{\"a\":\"***\"}");
      assertThat(redactor.apply(tooShort)).isEqualTo(tooShort);
    }
  }

  @Test
  void masksAPrivateKeyOfPgp() {
    assertThat(
            redactor.apply(
                "-----BEGIN PGP PRIVATE KEY BLOCK-----\nlQ\n-----END PGP PRIVATE KEY BLOCK-----."))
        .isEqualTo("-----BEGIN PGP PRIVATE KEY BLOCK-----***.");
  }

  @Test
  void masksAPrivateKeyAlsoWhenItsEndIsMissing() {
    assertThat(redactor.apply("key -----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc"))
        .isEqualTo("key -----BEGIN RSA PRIVATE KEY-----***");
  }

  @Test
  void masksAValueWhoseNameTellsThatItIsASecret() {
    assertThat(redactor.applyToValue("db-password", "hunter2")).isEqualTo("***");
    assertThat(redactor.applyToValue("team", "checkout")).isEqualTo("checkout");
  }

  @Test
  void masksWhatTheRuleFilesPatternsFind() {
    Redactor own = new Redactor(List.of(Pattern.compile("(?i)card=\\d+"), Pattern.compile("x*")));

    assertThat(own.apply("CARD=12 and card=34, xx")).isEqualTo("*** and ***, ***");
  }

  @Test
  void withholdsATextOnWhichAPatternBacktracksForEver() {
    Redactor own = new Redactor(List.of(Pattern.compile("(a+)+$")));

    String shown =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> own.apply("a".repeat(5_000) + "!"));
    assertThat(shown).isEqualTo("[withheld: redact pattern 1 takes too long on this text]");
  }

  @Test
  void withholdsATextOnWhichAPatternRecursesTooDeeply() {
    Redactor own = new Redactor(List.of(Pattern.compile("(?:a|b)*c")));

    assertThat(own.apply("ab".repeat(40_000))).startsWith("[withheld");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4",
        "://",
        "json://a/",
        "rocket://a",
        "slack://a",
        "hooks.slack.com/services/",
        "password=",
        "token:\"a ",
        "eyJaaaaaaaa.",
        "eyJ-",
        "eyJ.",
        "SG.",
        "glc_/",
        "AKIA",
        "://a:b",
        "rocket://a/",
        "<password ",
        "cookie: a",
        "basic aaaa",
        "--password ",
        "password is a",
        "4 ",
        "password=\"\\\""
      })
  void takesBoundedTimeForAnyText(String piece) {
    String huge = piece.repeat(10_000_000 / piece.length());

    String shown =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> redactor.apply(huge));
    assertThat(shown).hasSizeLessThanOrEqualTo(200_000);
  }
}
