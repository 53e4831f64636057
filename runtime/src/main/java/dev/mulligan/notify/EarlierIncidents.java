package dev.mulligan.notify;

import java.util.List;

/**
 * Learns about incidents that an earlier process left open: a success of their operations must be
 * reported, though none has failed in this process.
 */
public interface EarlierIncidents {

  /** Does nothing, for programs that report their successes themselves. */
  EarlierIncidents IGNORED =
      new EarlierIncidents() {
        @Override
        public void expected() {}

        @Override
        public void known(List<CallReport> open) {}
      };

  /**
   * There may be such incidents, and it takes a moment to read them: successes count from now on.
   * May run before the application has started.
   */
  void expected();

  /**
   * These are open. Ends what {@link #expected} began; may be called again later.
   *
   * @param open may be empty
   */
  void known(List<CallReport> open);
}
