package shop;

/** A superclass in the web application. */
public abstract class Remote {

  public String ping() {
    return "pong";
  }
}
