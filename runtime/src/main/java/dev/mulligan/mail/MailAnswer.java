package dev.mulligan.mail;

/**
 * What became of a message: what the server said last, or what stood in the way before it could say
 * anything.
 *
 * @param code as RFC 5321 §4.2 has it: 2xx taken, 4xx not now, 5xx never; {@value #NONE} where it
 *     was not the server that refused
 * @param words for people; on one line
 */
public record MailAnswer(int code, String words) {

  public static final int NONE = 0;

  public boolean isTaken() {
    return code >= 200 && code < 300;
  }

  /** Whether the server may take the message at another time. */
  public boolean isTemporary() {
    return code >= 400 && code < 500;
  }
}
