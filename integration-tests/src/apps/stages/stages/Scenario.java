package stages;

interface Scenario {
  Object run() throws Throwable;
}
