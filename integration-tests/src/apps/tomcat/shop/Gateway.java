package shop;

import java.io.IOException;

/** A class of the web application; each method fails at its first call. */
public class Gateway extends Remote implements Service {

  private int failures = 1;

  private String answer(String name) throws IOException {
    if (failures > 0) {
      failures--;
      throw new IOException("failure");
    }
    failures = 1;
    return name;
  }

  @Override
  public String charge() throws IOException {
    return answer("nothing");
  }

  @Override
  public String charge(String card) throws IOException {
    return answer(card);
  }

  public String charge(String card, long cents) throws IOException {
    return answer(card + cents);
  }
}
