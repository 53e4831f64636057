package matrix;

import java.io.IOException;

abstract class BaseRepository {
  public String save() throws IOException {
    return Flaky.call(getClass().getSimpleName());
  }
}
