package dev.mulligan.scheme;

/**
 * The beginning of a vendor's webhook URL.
 *
 * @param start the part before the secret, without {@code https://}; in lower case
 * @param example the part after it, for messages
 */
public record NativeUrl(String start, String example) {

  public String https() {
    return "https://" + start;
  }
}
