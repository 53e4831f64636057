package matrix;

import java.util.LinkedHashMap;
import java.util.Map;

/** Prints one line for each scenario: its name and its result, or what it threw. */
public final class Main {
  public static void main(String[] args) {
    scenarios().forEach((name, scenario) -> System.out.println(name + ": " + outcome(scenario)));
  }

  private static Object outcome(Scenario scenario) {
    try {
      return scenario.run();
    } catch (Throwable thrown) {
      return thrown;
    }
  }

  private static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put("private, called on itself", () -> new PrivateSelfCall().order());
    all.put("final", () -> new FinalMethod().order());
    all.put("static", StaticMethod::order);
    all.put("package-private", () -> new PackagePrivate().order());
    all.put("implemented from an interface", () -> new PortAdapter().send("x"));
    all.put("implemented by a lambda", LambdaPort::run);
    all.put("default of an interface", () -> new DefaultPort() {}.send());
    all.put("inherited, receiver named by the rule", () -> new UserRepository().save());
    all.put("inherited, another receiver", () -> new OrderRepository().save());
    all.put("overridden, calls super", SuperCall::run);
    all.put("nested class", () -> new Outer.Inner().order());
    all.put("inner class of a generic", () -> new Generic<String>().new Part().order("x"));
    all.put("generic, overridden with a bridge", BridgedBox::run);
    all.put("varargs", () -> Varargs.join("x", "y"));
    all.put("array parameter", () -> Varargs.joinAll(new String[] {"x"}));
    all.put("record", () -> new Money(3).convert());
    all.put("enum", () -> Currency.EUR.rate());
    all.put("enum constant's own body", () -> Currency.USD.rate());
    all.put("encloses a lambda", () -> new EnclosesLambda().order());
    all.put("encloses an anonymous class", () -> new EnclosesAnonymous().order());
    all.put("annotated", () -> new Annotated().order());
    all.put("overload named by the rule", () -> new Overloads().order(1L));
    all.put("other overload", () -> new Overloads().order("x"));
    all.put("excluded", () -> new Excluded().order());
    all.put("synchronized", () -> new Synchronized().order());
    all.put("synchronized, held", () -> new SynchronizedHeld().order());
    all.put("recursion", Recursion::run);
    all.put("calls another retried method", NestedRules::run);
    all.put("class of the JDK", JdkClass::run);
    all.put("overwrites its arguments", () -> new OverwritesArguments().order("x", 1, 2L, 3.5));
    all.put("returns nothing", Returns::nothing);
    all.put("returns an int", () -> Returns.anInt());
    all.put("returns a long", () -> Returns.aLong());
    all.put("returns a double", () -> Returns.aDouble());
    all.put("returns a boolean", () -> Returns.aBoolean());
    all.put("returns an array", () -> Returns.anArray().length);
    all.put("same exception, earlier ones suppressed", ExceptionIdentity::run);
    all.put("stack trace", ExceptionIdentity::trace);
    all.put("observed", () -> new Observed().order());
    all.put("error", () -> new Throwing("error").order(new AssertionError("x")));
    all.put("named error", () -> new ThrowingNamedError().order());
    all.put("unchecked exception", () -> new Throwing("unchecked").order(new Conflict()));
    all.put("interrupted exception", () -> new Throwing("stop").order(new InterruptedException()));
    all.put("abort-on", () -> new Aborting().order());
    all.put("null result", () -> new NullResult().order());
    all.put("null result to the end", () -> new NullResult().never());
    all.put("interrupted while it waits", Interrupted::run);
    all.put("many threads", ManyThreads::run);
    all.put("try, catch and finally inside", () -> new TryFinally().order());
    all.put("constructor", () -> new Constructed().state);
    all.put("unlimited until max-duration", Unlimited::run);
    return all;
  }
}
