package guarded;

/** Something that may fail. */
interface Scenario {
  Object run() throws Throwable;
}
