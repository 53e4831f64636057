package dev.mulligan.weave;

import dev.mulligan.async.Form;
import dev.mulligan.async.ReturnKind;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
import dev.mulligan.weave.rewrite.Advised;
import dev.mulligan.weave.rewrite.Advised.Kind;
import dev.mulligan.weave.rewrite.Weaver;
import dev.mulligan.weave.scan.IgnoredTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.MethodTooLargeException;

/** Weaves classes on trial, without running them, to find refusals in advance. */
public final class TrialWeaver {

  private final IgnoredTypes ignored = IgnoredTypes.read();
  private final Weaver weaver = Weaver.create();
  private final ClassFileLocator files;
  private final TypeSource types;

  /**
   * @param files finds the class files of other types
   * @param types finds the facts of other types
   */
  public TrialWeaver(ClassFileLocator files, TypeSource types) {
    this.files = files;
    this.types = types;
  }

  /**
   * @param methods the matched methods of the class
   * @param unawaited those of them whose future a rule does not await
   * @return the methods that would not be woven, with the reason
   */
  public Map<MethodFacts, String> refused(
      String className,
      byte[] classFile,
      List<MethodFacts> methods,
      Collection<MethodFacts> unawaited) {
    Map<MethodFacts, String> refused = new HashMap<>();
    if (ignored.contains(className)) {
      methods.forEach(
          method ->
              refused.put(
                  method,
                  "its class is generated or belongs to another agent; such classes are never woven"));
      return refused;
    }
    methods.forEach(
        method -> kind(method, unawaited).refusal().ifPresent(why -> refused.put(method, why)));
    List<MethodFacts> rest = new ArrayList<>(methods);
    rest.removeAll(refused.keySet());
    while (!rest.isEmpty() && !isWoven(className, classFile, rest, unawaited, refused)) {
      rest.removeAll(refused.keySet());
    }
    return refused;
  }

  /**
   * Tries to weave the methods. A method that is too large must not prevent the trial of the
   * others.
   */
  private boolean isWoven(
      String className,
      byte[] classFile,
      List<MethodFacts> methods,
      Collection<MethodFacts> unawaited,
      Map<MethodFacts, String> refused) {
    List<Advised> advised =
        methods.stream().map(m -> new Advised(0, m, kindOf(m, unawaited))).toList();
    try {
      weaver.weave(className, classFile, advised, files);
      return true;
    } catch (MethodTooLargeException tooLarge) {
      String key = tooLarge.getMethodName() + tooLarge.getDescriptor();
      List<Advised> found = advised.stream().filter(m -> m.key().equals(key)).toList();
      found.forEach(
          method ->
              refused.put(
                  method.facts(),
                  "the woven method would exceed the JVM's limit of 64 KB: match a method that calls it"));
      return found.isEmpty();
    } catch (RuntimeException e) {
      methods.forEach(method -> refused.put(method, "its class cannot be rewritten: " + e));
      return false;
    }
  }

  private ReturnKind kind(MethodFacts method, Collection<MethodFacts> unawaited) {
    return ReturnKind.of(method, types, !unawaited.contains(method));
  }

  private Kind kindOf(MethodFacts method, Collection<MethodFacts> unawaited) {
    return kind(method, unawaited)
        .form()
        .map(form -> form == Form.SUSPEND ? Kind.SUSPEND : Kind.ASYNC)
        .orElse(Kind.THROWN);
  }
}
