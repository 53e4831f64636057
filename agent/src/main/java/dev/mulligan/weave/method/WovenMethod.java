package dev.mulligan.weave.method;

import dev.mulligan.async.Form;
import dev.mulligan.match.facts.MethodFacts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A woven method with its id and the rules bound to it. A change of the rule file replaces the
 * bindings while calls run.
 */
public final class WovenMethod {

  private final int id;
  private final String className;
  private final MethodFacts facts;
  private final Optional<Form> form;
  private final boolean async;
  private final String qualifiedName;
  private volatile String shownOwner;
  private volatile List<Binding> bindings = List.of();
  private volatile boolean mayReachItself = true;
  private volatile boolean isVisibleToSubscribers;

  private volatile @Nullable String fallback;

  /** The binding of all calls; null where the binding depends on the receiver. */
  private volatile @Nullable Binding common;

  /**
   * @param form empty for a synchronous method
   */
  WovenMethod(int id, String className, MethodFacts facts, Optional<Form> form) {
    this.id = id;
    this.className = className;
    this.shownOwner = className;
    this.facts = facts;
    this.form = form;
    this.async = form.isPresent();
    this.qualifiedName = className + "." + facts.name() + facts.descriptor();
  }

  public int id() {
    return id;
  }

  String className() {
    return className;
  }

  /** The type to show for it: for a proxy's method, the interface. */
  public String shownOwner() {
    return shownOwner;
  }

  public void showAs(String owner) {
    shownOwner = owner;
  }

  public MethodFacts facts() {
    return facts;
  }

  /** Class, name and descriptor. */
  public String qualifiedName() {
    return qualifiedName;
  }

  public Optional<Form> form() {
    return form;
  }

  /** Whether the method is asynchronous. */
  public boolean isAsync() {
    return async;
  }

  /**
   * The bindings in the order of the rules; the first one that covers a call's receiver retries the
   * call.
   */
  public List<Binding> bindings() {
    return bindings;
  }

  /**
   * Sets the fallback method.
   *
   * @param name as in the class file
   */
  public void fallBackTo(String name) {
    fallback = name;
  }

  /** The name of the fallback method in the class file; empty if there is none. */
  public Optional<String> fallback() {
    return Optional.ofNullable(fallback);
  }

  public void bind(List<Binding> newBindings) {
    bindings = List.copyOf(newBindings);
    boolean forAll = !newBindings.isEmpty() && newBindings.get(0).receiver().isEmpty();
    common = forAll ? newBindings.get(0) : null;
  }

  /** Whether one of the bindings has conditions on results. */
  public boolean judgesResults() {
    for (Binding binding : bindings) {
      if (binding.judge() != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * The binding that covers a call on this receiver, or null. Not an Optional, for speed: result
   * checks call it.
   */
  @Nullable
  public Binding bindingFor(@Nullable Object self) {
    Binding ofAll = common;
    return ofAll != null ? ofAll : bindingAmongSeveral(self);
  }

  private @Nullable Binding bindingAmongSeveral(@Nullable Object self) {
    for (Binding binding : bindings) {
      if (binding.covers(self)) {
        return binding;
      }
    }
    return null;
  }

  /**
   * Whether a call of the method may be nested in another; true until the class file has been read.
   */
  boolean mayReachItself() {
    return mayReachItself;
  }

  public void setMayReachItself(boolean may) {
    mayReachItself = may;
  }

  /** Whether subscribers can query the attempt of their subscription. */
  public boolean isVisibleToSubscribers() {
    return isVisibleToSubscribers;
  }

  /** Makes attempts visible to subscribers; called if the declaring class sees the API. */
  public void makeVisibleToSubscribers() {
    isVisibleToSubscribers = true;
  }

  boolean isMethod(String otherClass, String name, String descriptor) {
    return facts.name().equals(name)
        && facts.descriptor().equals(descriptor)
        && className.equals(otherClass);
  }
}
