package dev.mulligan.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shape of one kind of secret. Its pattern is compiled when a text first contains one of its
 * signs, because most log lines contain none, and the first ones are written before the application
 * has started.
 */
class SecretShape {

  private static final int CASE = Pattern.CASE_INSENSITIVE;

  private final List<String> signs;
  private final String regex;
  private volatile @Nullable Pattern compiled;

  /**
   * @param signs in lower case; a text without any of them contains no such secret
   * @param regex its group 1 stays readable, the rest is masked
   */
  SecretShape(List<String> signs, String regex) {
    this.signs = signs;
    this.regex = regex;
  }

  /**
   * @param lowerCase the text in lower case
   */
  boolean isLikelyIn(String lowerCase) {
    return hasAny(signs, lowerCase);
  }

  /** Whether a match of the pattern is a secret. */
  boolean isSecret(String found) {
    return !found.isEmpty();
  }

  String mask(String text) {
    Matcher matcher = pattern().matcher(text);
    if (!matcher.find()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    do {
      if (isSecret(matcher.group())
          && !ChannelUrls.isExample(text, matcher.start(), matcher.end())) {
        masked.append(text, from, matcher.end(1)).append(Redactor.MASK);
        from = matcher.end();
      }
    } while (matcher.find());
    return masked.append(text, from, text.length()).toString();
  }

  private Pattern pattern() {
    Pattern pattern = compiled;
    if (pattern == null) {
      pattern = Pattern.compile(regex, CASE);
      compiled = pattern;
    }
    return pattern;
  }

  private static boolean hasAny(List<String> signs, String lowerCase) {
    for (String sign : signs) {
      if (lowerCase.contains(sign)) {
        return true;
      }
    }
    return false;
  }
}
