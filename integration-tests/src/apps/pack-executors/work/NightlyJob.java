package work;

/** A job that is run. */
final class NightlyJob implements Runnable {
  @Override
  public void run() {
    System.out.println("nightly");
  }
}
