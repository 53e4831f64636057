package matrix;

import java.io.IOException;

interface Port {
  String send(String what) throws IOException;
}
