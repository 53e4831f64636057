package matrix;

import java.io.IOException;

class SynchronizedHeld {
  synchronized String order() throws IOException {
    return Flaky.call("held") + (Thread.holdsLock(this) ? ", lock held" : ", lock lost");
  }
}
