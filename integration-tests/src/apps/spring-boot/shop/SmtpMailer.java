package shop;

import java.io.IOException;
import org.springframework.stereotype.Service;

@Service
class SmtpMailer implements Mailer {
  private int attempts;

  @Override
  public String send(String what) throws IOException {
    attempts++;
    if (attempts < 3) {
      throw new IOException("mail " + attempts);
    }
    return what + " sent at attempt " + attempts;
  }
}
