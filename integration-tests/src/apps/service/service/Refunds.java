package service;

class Refunds {
  private int attempts;

  String attempt() {
    try {
      return pay();
    } catch (IllegalStateException e) {
      return e.toString();
    }
  }

  private String pay() {
    attempts++;
    if (attempts < 3) {
      throw new IllegalStateException("failure " + attempts);
    }
    return "attempt " + attempts;
  }
}
