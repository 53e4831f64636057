package dev.mulligan.it.harness;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** GreenMail's SMTP server on a free loopback port, with one user. */
public final class MailServer implements AutoCloseable {

  public static final String USER = "alerts@example.org";
  public static final String PASSWORD = "smtp-secret";

  private final GreenMail mail;

  private MailServer(GreenMail mail) {
    this.mail = mail;
  }

  /** Takes messages of anybody's. */
  public static MailServer start() {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.setUser(USER, USER, PASSWORD);
    mail.start();
    return new MailServer(mail);
  }

  public int port() {
    return mail.getSmtp().getPort();
  }

  /** The messages that were not taken yet, one for each mailbox; does not wait. */
  public List<MimeMessage> taken() {
    try {
      List<MimeMessage> taken = List.of(mail.getReceivedMessages());
      mail.purgeEmailFromAllMailboxes();
      return taken;
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    mail.stop();
  }
}
