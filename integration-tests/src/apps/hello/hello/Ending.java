package hello;

class Ending {
  static String text() {
    return "bye";
  }
}
