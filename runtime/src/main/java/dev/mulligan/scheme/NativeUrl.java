package dev.mulligan.scheme;

/**
 * An address that a vendor hands out.
 *
 * @param start what stands before the secret, without {@code https://}; in lower case
 * @param example what may stand behind it, in messages
 */
public record NativeUrl(String start, String example) {

  public String https() {
    return "https://" + start;
  }
}
