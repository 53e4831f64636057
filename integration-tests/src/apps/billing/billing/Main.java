package billing;

/** Charges a card, which never works. */
public final class Main {
  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      exitLater(Long.parseLong(args[0]));
    }
    System.out.println("charging");
    new Billing().charge("order 7");
  }

  private static void exitLater(long millis) {
    Thread exits =
        new Thread(
            () -> {
              try {
                Thread.sleep(millis);
              } catch (InterruptedException e) {
                return;
              }
              System.exit(7);
            });
    exits.setDaemon(true);
    exits.start();
  }
}
