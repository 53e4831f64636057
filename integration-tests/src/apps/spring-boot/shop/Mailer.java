package shop;

import java.io.IOException;

interface Mailer {
  String send(String what) throws IOException;
}
