package dev.mulligan.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** {@code Basic dXNlcjpwdw==} (RFC 7617): user and password in Base64, with a colon between. */
final class BasicCredentialsShape extends SecretShape {

  private static final String BASIC = "basic";

  BasicCredentialsShape() {
    super(List.of(BASIC), "(\\bbasic\\s{1,3})[a-z0-9+/]{4,2000}+={0,2}");
  }

  /** Most words behind "basic" are no credentials: these decode to printable text with a colon. */
  @Override
  boolean isSecret(String found) {
    try {
      String encoded = found.substring(BASIC.length()).strip();
      String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return decoded.indexOf(':') >= 0 && decoded.chars().noneMatch(Character::isISOControl);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
