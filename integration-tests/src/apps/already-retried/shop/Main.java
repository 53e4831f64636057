package shop;

import java.io.IOException;

/** Uses the rates once and waits for the end of its standard input. */
public final class Main {
  public static void main(String[] args) throws IOException {
    new Rates().byNobody();
    System.out.println("ready");
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
  }
}
