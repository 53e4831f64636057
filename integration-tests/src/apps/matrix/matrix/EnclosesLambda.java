package matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

class EnclosesLambda {
  String order() {
    return List.of("x").stream().map(this::placed).map(text -> text + "!").findFirst().get();
  }

  private String placed(String what) {
    try {
      return Flaky.call("encloses");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
