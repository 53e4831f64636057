package shop.internal;

import java.io.IOException;

public final class Main {
  public static void main(String[] args) {
    try {
      System.out.println(Main.class.getModule() + ": " + new Orders().place());
    } catch (IOException e) {
      System.out.println(Main.class.getModule() + ": " + e);
    }
  }
}
