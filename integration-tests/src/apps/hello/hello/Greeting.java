package hello;

class Greeting {
  String of(String whom) {
    return "hello " + whom;
  }
}
