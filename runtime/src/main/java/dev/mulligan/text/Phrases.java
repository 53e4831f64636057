package dev.mulligan.text;

/** Formats numbers with their nouns. */
public final class Phrases {

  private Phrases() {}

  /** {@code 1 method}, {@code 2 methods}. */
  public static String count(long number, String singular) {
    return count(number, singular, singular + "s");
  }

  public static String count(long number, String singular, String plural) {
    return number + " " + (number == 1 ? singular : plural);
  }
}
