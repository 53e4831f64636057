package dev.mulligan.thread;

/** Ends alarms as a timer does, for timers of other packages' tests. */
public final class Alarms {

  private Alarms() {}

  public static void ring(Alarm alarm) {
    alarm.onExpiry();
  }

  public static void endEarly(Alarm alarm) {
    alarm.onTimerClosed();
  }
}
