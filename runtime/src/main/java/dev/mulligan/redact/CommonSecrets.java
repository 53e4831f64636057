package dev.mulligan.redact;

import java.util.List;

/**
 * The usual forms of secrets in texts. Every quantifier is bounded, and what may overlap with the
 * next place is possessive, so that the time is linear in the text.
 */
final class CommonSecrets {

  private static final String NAME = "(?:" + SecretNames.ANY + ")";

  /** A value as programs write it: quoted, in braces, or up to the next separator. */
  private static final String VALUE =
      "(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,200}\"?|'[^']*+'?"
          + "|\\{[^{}]{0,2000}+\\}?[^\\s,;&\"'<>()\\[\\]{}]*+|[^\\s,;&\"'<>()\\[\\]{}]++)";

  /**
   * What stands behind a name is no value if it announces the real one itself: {@code credentials:
   * password: hunter2}. Otherwise it would be masked in place of the value.
   */
  private static final String NO_OTHER_NAME =
      "(?!" + NAME + "[\"']?\\s{0,3}(?:=>?|:)\\s|--[\\w-]{0,30}?" + NAME + "[\\w-]{0,30}\\s)";

  private static final SecretShape PRIVATE_KEY =
      new SecretShape(
          List.of("private key"),
          "(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)[\\s\\S]*?"
              + "(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|\\z)");

  /** {@code user:password@}, or a token alone in its place. */
  private static final SecretShape USER_INFO =
      new SecretShape(List.of("@"), "(://)[^\\s/?#@\"'<>]{1,512}+(?=@)");

  /** A password with a slash, question mark or hash that should be encoded; not a port's path. */
  private static final SecretShape UNENCODED_USER_INFO =
      new SecretShape(
          List.of("@"),
          "(://)[^\\s/?#@\"'<>:]{1,256}+:(?!\\d{1,5}[/?#,])[^\\s\"'<>@]{1,512}+(?=@[\\w\\[])");

  /** {@code jdbc:oracle:thin:scott/tiger@…} */
  private static final SecretShape ORACLE_LOGIN =
      new SecretShape(
          List.of("jdbc:oracle:"),
          "(jdbc:oracle:[a-z0-9]{1,10}:)[^\\s/@]{1,128}+/[^\\s@]{1,128}+(?=@)");

  private static final SecretShape AUTHORIZATION =
      new SecretShape(
          List.of("authorization"),
          "(authorization[\"']?\\s{0,3}[=:]\\s{0,3}[\\[\"']{0,2})"
              + NO_OTHER_NAME
              + "(?:digest\\s[^\\r\\n\\]]{1,4000}+|(?:[a-z]{1,20}[ \\t]{1,3})?[^\\s,;\"'\\]}]{1,4000}+)");

  private static final SecretShape BEARER =
      new SecretShape(
          List.of("bearer"),
          "(\\bbearer\\s{1,3})"
              + NO_OTHER_NAME
              + "(?=\\S{0,200}[0-9._=-])[a-z0-9._~+/=-]{8,4000}+");

  /** The hash of a digest login (RFC 7616), from which a password can be guessed. */
  private static final SecretShape DIGEST_RESPONSE =
      new SecretShape(List.of("response="), "(\\bresponse=[\"']?)[0-9a-f]{32,128}+(?![0-9a-z])");

  /** {@code Cookie: a=b; c=d} and {@code Set-Cookie}, to the end of the header. */
  private static final SecretShape COOKIE =
      new SecretShape(
          List.of("cookie"),
          "(\\b(?:set-)?cookie2?[\"']?\\s{0,3}[=:]\\s{0,3}[\\[\"']{0,2})"
              + "(?=[^\\s=;,\"'\\]]{1,200}=)[^\\r\\n\"'\\]]{1,4000}+");

  private static final SecretShape NAMED_VALUE =
      new SecretShape(
          SecretNames.SIGNS,
          "(" + NAME + "[\\w.-]{0,30}[\"']?\\s{0,3}(?:=>?|:)\\s{0,3})" + NO_OTHER_NAME + VALUE);

  /** Short names that mean a secret only before digits or a code: {@code pin=1234}. */
  private static final SecretShape ONE_TIME_CODE =
      new SecretShape(
          List.of("otp", "pin", "cvv", "cvc", "tan"),
          "((?<![\\w.-])(?:otp|pin|cvv|cvc|tan)[\"']?\\s{0,3}(?:=>?|:)\\s{0,3}[\"']?)"
              + "(?=[a-z-]{0,20}\\d)[\\w-]{3,40}+");

  /** {@code <password>…</password>} */
  private static final SecretShape ELEMENT =
      new SecretShape(
          SecretNames.SIGNS,
          "(<[\\w.:-]{0,40}?"
              + NAME
              + "[\\w.-]{0,30}(?:\\s[^<>]{0,200}+)?>)(?!\\s*<)[^<]{1,4000}+");

  /** {@code <property name="password" value="…"/>} */
  private static final SecretShape PROPERTY_ELEMENT =
      new SecretShape(
          SecretNames.SIGNS,
          "(\\b(?:name|key)\\s?=\\s?[\"'][^\"'<>]{0,60}?"
              + NAME
              + "[^\"'<>]{0,30}[\"']\\s{1,3}value\\s?=\\s?)(?:\"[^\"]{1,2000}+\"|'[^']{1,2000}+')");

  /** {@code --password X}; not {@code --password-file X}. */
  private static final SecretShape OPTION =
      new SecretShape(
          SecretNames.SIGNS,
          "((?<![\\w-])--(?![\\w-]{0,80}(?:file|path|prompt|stdin|env)\\b)[\\w-]{0,30}?"
              + NAME
              + "[\\w-]{0,30}\\s{1,3})(?!-)"
              + VALUE);

  /**
   * {@code password is hunter2}, {@code secret key wJalr/K7}. A plain word behind it ({@code
   * password is required}) is no secret: this one has a digit or a sign in it, or is quoted.
   */
  private static final SecretShape SENTENCE =
      new SecretShape(
          SecretNames.SIGNS,
          "(\\b(?:"
              + "(?:password|passwort|kennwort|passphrase|passcode|token|api key|secret key|secret)"
              + "\\s{1,3}(?:is|was|ist|war|est)|secret key|api key|access key)\\s{1,3})"
              + "(?:\"[^\"]{1,200}+\"|'[^']{1,200}+'"
              + "|(?=[^\\s,;]{0,200}?[0-9!$%&*+/=?@^_~#])[^\\s,;\"'<>()\\[\\]{}]{4,500}+)");

  private static final SecretShape QUERY_ARGUMENT =
      new SecretShape(
          List.of("key=", "sig=", "signature=", "code=", "auth=", "webhook="),
          "([?&](?:key|sig|signature|code|auth|webhook)=)[^&\\s\"'<>]{1,2000}+");

  /** A JSON Web Token (RFC 7519). It begins where a word does, so that a long run is tried once. */
  private static final SecretShape JWT =
      new SecretShape(
          List.of("eyj"),
          "()(?-i:(?<![\\w-])eyJ[\\w-]{8,4000}+\\.[\\w-]{8,4000}+\\.[\\w-]{0,4000}+)");

  static final List<SecretShape> ALL =
      List.of(
          PRIVATE_KEY,
          new ChannelUrlShape(),
          USER_INFO,
          UNENCODED_USER_INFO,
          ORACLE_LOGIN,
          AUTHORIZATION,
          BEARER,
          new BasicCredentialsShape(),
          DIGEST_RESPONSE,
          COOKIE,
          ELEMENT,
          PROPERTY_ELEMENT,
          NAMED_VALUE,
          OPTION,
          SENTENCE,
          ONE_TIME_CODE,
          QUERY_ARGUMENT,
          VendorTokens.shape(),
          JWT,
          new CardNumberShape());

  private CommonSecrets() {}
}
