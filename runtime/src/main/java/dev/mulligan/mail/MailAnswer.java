package dev.mulligan.mail;

/**
 * The result of sending a message: the server's last reply, or the obstacle that came before a
 * reply.
 *
 * @param code as in RFC 5321 §4.2: 2xx accepted, 4xx temporary failure, 5xx permanent failure;
 *     {@value #NONE} if it was not the server that refused
 * @param words for people; on one line
 */
public record MailAnswer(int code, String words) {

  public static final int NONE = 0;

  public boolean isTaken() {
    return code >= 200 && code < 300;
  }

  /** Whether the server may accept the message later. */
  public boolean isTemporary() {
    return code >= 400 && code < 500;
  }
}
