package policies;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.sql.SQLException;
import policies.Exceptions.Call;

/** Prints how often each method was invoked. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Hierarchy.services().forEach(service -> System.out.println(service.outcome()));
    Throwable io = new IOException("down");
    Throwable missing = new FileNotFoundException("missing");
    show("default, exception", Exceptions::byDefault, io);
    show("default, error", Exceptions::byDefault, new AssertionError("bug"));
    show("on IO, IO", Exceptions::onIo, io);
    show("on IO, missing file", Exceptions::onIo, missing);
    show("on IO, SQL", Exceptions::onIo, new SQLException("down"));
    show("on IO not missing file, IO", Exceptions::onIoNotOnMissingFiles, io);
    show("on IO not missing file, missing file", Exceptions::onIoNotOnMissingFiles, missing);
    show("on IO not IO, IO", Exceptions::onIoNotOnIo, io);
    show("on missing file not IO, missing file", Exceptions::onMissingFilesNotOnIo, missing);
    show("on throwable, error", Exceptions::onAnythingThrown, new AssertionError("bug"));
    show("no retries, exception", Exceptions::withoutRetries, io);
    show("max duration", Exceptions::forASecond, io);
    show("jitter", Exceptions::withJitter, io);
  }

  private static void show(String name, Call call, Throwable thrown) {
    System.out.println(name + " " + Exceptions.invocations(call, thrown));
  }
}
