package matrix;

/** One kind of method that fails twice and then works. */
interface Scenario {
  Object run() throws Exception;
}
