package com.acme.shop;

import java.io.IOException;

/** Prints receipts on a printer that is out of paper. */
public final class Receipts {

  public static final String METHOD = "com.acme.shop.Receipts.print(int)";

  /**
   * @throws IOException always
   */
  @SuppressWarnings("DoNotCallSuggester") // It is called, and fails, by intention.
  public void print(int number) throws IOException {
    throw new IOException("no paper for " + number);
  }
}
