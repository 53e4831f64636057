package dev.mulligan.weave.rewrite;

import dev.mulligan.match.facts.MethodFacts;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;

/** Finds the first parameter of a method that is declared as a JDBC connection or statement. */
public final class JdbcParameter {

  private static final Set<String> TYPES =
      Set.of(
          "java.sql.Connection",
          "java.sql.Statement",
          "java.sql.PreparedStatement",
          "java.sql.CallableStatement");

  private JdbcParameter() {}

  public static boolean isIn(MethodFacts method) {
    for (String parameter : method.parameters()) {
      if (TYPES.contains(parameter)) {
        return true;
      }
    }
    return false;
  }

  static Advice.OffsetMapping.Target of(
      MethodDescription method, Advice.ArgumentHandler arguments) {
    for (ParameterDescription parameter : method.getParameters()) {
      if (TYPES.contains(parameter.getType().asErasure().getName())) {
        return new Advice.OffsetMapping.Target.ForVariable.ReadOnly(
            parameter.getType(), arguments.argument(parameter.getOffset()));
      }
    }
    throw new IllegalStateException("no JDBC parameter in " + method);
  }
}
