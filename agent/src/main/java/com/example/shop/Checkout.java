package com.example.shop;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * Asks the price service for the prices of two things and skips a thing whose price it cannot get.
 */
public final class Checkout {

  private Checkout() {}

  /**
   * @param arguments the address of the price service
   */
  public static void main(String[] arguments) throws InterruptedException {
    PriceClient prices = new PriceClient(URI.create(arguments[0]));
    for (String thing : List.of("tea", "coffee")) {
      try {
        System.out.println(thing + " costs " + prices.priceOf(thing));
      } catch (IOException e) {
        System.out.println("no price for " + thing + ": " + e.getMessage());
      }
    }
  }
}
