package policies;

/** One method for each combination of retryOn and abortOn, named by it in the rule file. */
final class Exceptions {

  private static int invocations;

  private Exceptions() {}

  static void byDefault(Throwable thrown) throws Throwable {
    fail(thrown);
  }

  static void onIo(Throwable thrown) throws Throwable {
    fail(thrown);
  }

  static void onIoNotOnMissingFiles(Throwable thrown) throws Throwable {
    fail(thrown);
  }

  static void onIoNotOnIo(Throwable thrown) throws Throwable {
    fail(thrown);
  }

  static void onMissingFilesNotOnIo(Throwable thrown) throws Throwable {
    fail(thrown);
  }

  static void onAnythingThrown(Throwable thrown) throws Throwable {
    fail(thrown);
  }

  static void withoutRetries(Throwable thrown) throws Throwable {
    fail(thrown);
  }

  static void forASecond(Throwable thrown) throws Throwable {
    Thread.sleep(100);
    fail(thrown);
  }

  static void withJitter(Throwable thrown) throws Throwable {
    fail(thrown);
  }

  private static void fail(Throwable thrown) throws Throwable {
    invocations++;
    throw thrown;
  }

  interface Call {
    void with(Throwable thrown) throws Throwable;
  }

  static int invocations(Call call, Throwable thrown) {
    invocations = 0;
    try {
      call.with(thrown);
    } catch (Throwable expected) {
      // What counts is how often.
    }
    return invocations;
  }
}
