package dev.mulligan.mail;

/**
 * The result of sending a message: the server's last reply, or the obstacle that came before a
 * reply.
 *
 * @param code as in RFC 5321 §4.2: 2xx accepted, 4xx temporary failure, 5xx permanent failure;
 *     {@value #NONE} if it was not the server that refused
 * @param words for people; on one line
 * @param isOfMessage whether a refusal is about the message: another one may be accepted. Refusals
 *     of the login, of the sender or of the recipient are not: a person, or the end of a server's
 *     maintenance, may change them
 */
public record MailAnswer(int code, String words, boolean isOfMessage) {

  public static final int NONE = 0;

  /** An answer that is not about the message. */
  public MailAnswer(int code, String words) {
    this(code, words, false);
  }

  public boolean isTaken() {
    return code >= 200 && code < 300;
  }

  /** Whether the server may accept the message later. */
  public boolean isTemporary() {
    return code >= 400 && code < 500;
  }
}
