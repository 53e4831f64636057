package context;

import dev.mulligan.api.Attempt;
import java.io.IOException;

/** Calls the method that it overrides. */
class Overriding extends Flaky {
  Overriding(int failures) {
    super(failures);
  }

  @Override
  void asking() throws IOException {
    seen.add(Attempt.current());
    super.asking();
  }
}
