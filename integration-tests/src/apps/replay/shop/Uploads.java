package shop;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/** Methods that a first attempt would leave nothing to, and one that can begin anew. */
final class Uploads {
  private int attempts;

  String stream(InputStream content) throws IOException {
    return attempt(new String(content.readAllBytes()));
  }

  String iterator(Iterator<String> lines) throws IOException {
    return attempt(lines.next());
  }

  String lines(Stream<String> lines) throws IOException {
    return attempt(lines.findFirst().orElse("nothing"));
  }

  String publisher(Publisher<String> content) throws IOException {
    return attempt("" + content);
  }

  String jakarta(jakarta.servlet.http.HttpServletRequest request) throws IOException {
    return attempt("" + request);
  }

  String javax(javax.servlet.http.HttpServletRequestWrapper request) throws IOException {
    return attempt("" + request);
  }

  String bytes(byte[] content) throws IOException {
    return attempt(new String(content));
  }

  private String attempt(String content) throws IOException {
    if (++attempts < 3) {
      throw new IOException("failure " + attempts);
    }
    return content + " on attempt " + attempts;
  }
}
