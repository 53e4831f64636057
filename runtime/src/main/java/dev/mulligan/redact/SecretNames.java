package dev.mulligan.redact;

import java.util.List;
import java.util.regex.Pattern;

/** Names whose values are secrets, whatever they look like. */
final class SecretNames {

  /** Parts of names, in the languages in which applications log. */
  static final String ANY =
      "pass(?:word|wd|phrase|code)|\\bpass\\b|pwd|passwort|kennwort|contrase[nñ]a|senha"
          + "|mot[-_ ]de[-_ ]passe|secret|token|credential|api[-_. ]?key|access[-_.]?key"
          + "|private[-_.]?key|account[-_.]?key|routing[-_.]?key|encryption[-_.]?key";

  /** In lower case; a text without any of them has no such name. */
  static final List<String> SIGNS =
      List.of(
          "pass", "pwd", "kennwort", "contrase", "senha", "secret", "token", "credential", "key");

  private SecretNames() {}

  /** Whether the value of this name is a secret. */
  static boolean isOne(String name) {
    return Compiled.PATTERN.matcher(name).find();
  }

  /** Compiled at the first use. */
  private static final class Compiled {
    static final Pattern PATTERN =
        Pattern.compile(ANY + "|authorization|cookie", Pattern.CASE_INSENSITIVE);
  }
}
