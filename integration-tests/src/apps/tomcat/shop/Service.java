package shop;

import java.io.IOException;

/** An interface in the web application. */
public interface Service {

  String charge() throws IOException;

  String charge(String card) throws IOException;
}
