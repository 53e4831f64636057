package dev.mulligan.redact;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The shapes of common secrets. Every quantifier is bounded or possessive, so that the matching
 * time is linear in the text's length.
 */
final class CommonSecrets {

  private static final String SECRET_NAME =
      "pass(?:word|wd|phrase)|\\bpass\\b|pwd|secret|token|credential|api[-_. ]?key"
          + "|access[-_.]?key|private[-_.]?key|account[-_.]?key|routing[-_.]?key";

  private static final List<String> SIGNS_OF_A_SECRET_NAME =
      List.of("pass", "pwd", "secret", "token", "credential", "key");

  private static final SecretShape PRIVATE_KEY =
      new SecretShape(
          List.of("private key-----"),
          "(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----)[\\s\\S]*?"
              + "(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----|\\z)");

  /** {@code user:password@}, or a token alone in the same place. */
  private static final SecretShape USER_INFO =
      new SecretShape(List.of("@"), "(://)[^\\s/?#@\"'<>]{1,512}(?=@)");

  /** {@code jdbc:oracle:thin:scott/tiger@…} */
  private static final SecretShape ORACLE_LOGIN =
      new SecretShape(
          List.of("jdbc:oracle:"),
          "(jdbc:oracle:[a-z0-9]{1,10}:)[^\\s/@]{1,128}/[^\\s@]{1,128}(?=@)");

  private static final SecretShape AUTHORIZATION =
      new SecretShape(
          List.of("authorization"),
          "(authorization[\"']?\\s{0,3}[=:]\\s{0,3}[\\[\"']{0,2})"
              + "(?:[a-z]{1,20}\\s{1,3})?[^\\s,;\"'\\]}]{1,4000}");

  private static final SecretShape BEARER =
      new SecretShape(
          List.of("bearer"), "(\\bbearer\\s{1,3})(?=\\S{0,200}[0-9._=-])[a-z0-9._~+/=-]{8,4000}");

  private static final SecretShape NAMED_VALUE =
      new SecretShape(
          SIGNS_OF_A_SECRET_NAME,
          "((?:"
              + SECRET_NAME
              + ")[\\w.-]{0,30}[\"']?\\s{0,3}(?:=>?|:)\\s{0,3})"
              + "(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,200}\"?|'[^']*+'?"
              + "|[^\\s,;&\"'<>()\\[\\]{}]++)");

  private static final SecretShape QUERY_ARGUMENT =
      new SecretShape(
          List.of("key=", "sig=", "signature=", "code=", "auth=", "webhook="),
          "([?&](?:key|sig|signature|code|auth|webhook)=)[^&\\s\"'<>]{1,2000}");

  /** Tokens with a well-known prefix: Slack, GitHub, AWS, Standard Webhooks, JWT. */
  private static final SecretShape VENDOR_TOKEN =
      new SecretShape(
          List.of("xox", "xapp-", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "akia", "whsec_", "eyj"),
          "()\\b(?:xox[a-z]-[\\w-]{8,200}|xapp-[\\w-]{8,200}|gh[pousr]_[a-z0-9]{20,255}"
              + "|AKIA[0-9A-Z]{16}\\b|whsec_[\\w+/=]{8,200}"
              + "|eyJ[\\w-]{8,4000}\\.[\\w-]{8,4000}\\.[\\w-]{0,4000})");

  static final List<SecretShape> ALL =
      List.of(
          PRIVATE_KEY,
          new ChannelUrlShape(),
          USER_INFO,
          ORACLE_LOGIN,
          AUTHORIZATION,
          BEARER,
          NAMED_VALUE,
          QUERY_ARGUMENT,
          VENDOR_TOKEN,
          new CardNumberShape());

  private CommonSecrets() {}

  /** Whether a setting of this name is always secret, whatever its value. */
  static boolean isSecretName(String name) {
    return Name.PATTERN.matcher(name).find();
  }

  /** Compiled at the first use. */
  private static final class Name {
    static final Pattern PATTERN =
        Pattern.compile(SECRET_NAME + "|authorization", Pattern.CASE_INSENSITIVE);
  }
}
