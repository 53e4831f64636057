package matrix;

import java.util.concurrent.Callable;

class EnclosesAnonymous {
  String order() throws Exception {
    return new Callable<String>() {
      @Override
      public String call() throws Exception {
        return Flaky.call("anonymous");
      }
    }.call();
  }
}
