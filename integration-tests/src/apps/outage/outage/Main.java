package outage;

/** Asks a service that is down at first: FAILING calls fail, then all succeed, for SECONDS more. */
public final class Main {
  public static void main(String[] args) throws Exception {
    Service service = new Service(Integer.parseInt(args[0]));
    long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000_000L;
    int failures = 0;
    do {
      try {
        service.ask();
      } catch (java.io.IOException e) {
        failures++;
      }
      Thread.sleep(20);
    } while (failures < Integer.parseInt(args[0]) || System.nanoTime() < end);
    service.ask();
    System.out.println(failures + " calls failed");
  }

  private static final class Service {
    private int failuresLeft;

    Service(int failures) {
      failuresLeft = failures;
    }

    private void ask() throws java.io.IOException {
      if (failuresLeft > 0) {
        failuresLeft--;
        throw new java.io.IOException("down");
      }
    }
  }
}
