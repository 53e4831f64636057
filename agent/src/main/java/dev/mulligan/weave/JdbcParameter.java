package dev.mulligan.weave;

import dev.mulligan.match.MethodFacts;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The first parameter of a method that is declared as one of JDBC's connections and statements. */
final class JdbcParameter implements Advice.OffsetMapping {

  private static final Set<String> TYPES =
      Set.of(
          "java.sql.Connection",
          "java.sql.Statement",
          "java.sql.PreparedStatement",
          "java.sql.CallableStatement");

  static boolean isIn(MethodFacts method) {
    for (String parameter : method.parameters()) {
      if (TYPES.contains(parameter)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Target resolve(
      TypeDescription instrumentedType,
      MethodDescription method,
      Assigner assigner,
      Advice.ArgumentHandler arguments,
      Sort sort) {
    for (ParameterDescription parameter : method.getParameters()) {
      if (TYPES.contains(parameter.getType().asErasure().getName())) {
        return new Target.ForVariable.ReadOnly(
            parameter.getType(), arguments.argument(parameter.getOffset()));
      }
    }
    throw new IllegalStateException("no JDBC parameter in " + method);
  }
}
