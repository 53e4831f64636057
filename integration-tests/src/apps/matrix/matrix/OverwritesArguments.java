package matrix;

import java.io.IOException;

class OverwritesArguments {
  String order(String text, int number, long big, double broken) throws IOException {
    String given = text + number + big + broken;
    text = text.toUpperCase();
    number++;
    big = -big;
    broken = Double.NaN;
    return given + " on " + Flaky.call("arguments");
  }
}
