package dev.mulligan.weave.method;

import dev.mulligan.async.Form;
import dev.mulligan.match.facts.MethodFacts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A woven method and what stands behind its id. The bindings are swapped when the rule file
 * changes, while calls run.
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
  private volatile boolean tellsSubscribers;

  /** Of all calls, whatever their receiver; null where that must be looked at. */
  private volatile @Nullable Binding common;

  /**
   * @param form empty: what it returns is its result
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

  /** The type that people know it by: of a proxy's method the interface. */
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

  /** Whether it has a form. */
  public boolean isAsync() {
    return async;
  }

  /** In the order of the rules; the first that means a call's receiver retries it. */
  public List<Binding> bindings() {
    return bindings;
  }

  public void bind(List<Binding> newBindings) {
    bindings = List.copyOf(newBindings);
    boolean forAll = !newBindings.isEmpty() && newBindings.get(0).receiver().isEmpty();
    common = forAll ? newBindings.get(0) : null;
  }

  /** The rule that means a call on this receiver. Not optional: results are judged here. */
  @Nullable
  public Binding bindingFor(@Nullable Object self) {
    Binding ofAll = common;
    return ofAll != null ? ofAll : bindingAmongSeveral(self);
  }

  private @Nullable Binding bindingAmongSeveral(@Nullable Object self) {
    for (Binding binding : bindings) {
      if (binding.means(self)) {
        return binding;
      }
    }
    return null;
  }

  /** Whether a call of it may stand inside another; until the class file was read it may. */
  boolean mayReachItself() {
    return mayReachItself;
  }

  public void reachesItself(boolean may) {
    mayReachItself = may;
  }

  /** Whether the application may ask for the attempt that it subscribes in. */
  public boolean tellsSubscribers() {
    return tellsSubscribers;
  }

  /** A class that declares it sees the API. */
  public void tellSubscribers() {
    tellsSubscribers = true;
  }

  boolean isMethod(String otherClass, String name, String descriptor) {
    return facts.name().equals(name)
        && facts.descriptor().equals(descriptor)
        && className.equals(otherClass);
  }
}
