package shop;

import java.io.IOException;
import org.springframework.stereotype.Service;

@Service
class PaymentService {
  private int payments;
  private int settlements;

  public String pay() throws IOException {
    payments++;
    if (payments < 3) {
      throw new IOException("payment " + payments);
    }
    return "paid at attempt " + payments;
  }

  public String settle() throws IOException {
    return settleOnItself();
  }

  private String settleOnItself() throws IOException {
    settlements++;
    if (settlements < 3) {
      throw new IOException("settlement " + settlements);
    }
    return "settled at attempt " + settlements;
  }
}
