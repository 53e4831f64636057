package dev.mulligan.retry.builtin;

import static dev.mulligan.retry.builtin.BuiltInConditions.sqlStates;
import static dev.mulligan.retry.builtin.BuiltInConditions.typesAndCauses;

import dev.mulligan.retry.condition.ExceptionCondition;
import java.util.List;

/**
 * Conditions for what JDBC drivers, R2DBC, Spring, Hibernate and JPA throw when another attempt may
 * help. They also match in the cause chain, because frameworks wrap exceptions.
 */
final class WellKnownDatabases {

  private WellKnownDatabases() {}

  static List<ExceptionCondition> retryOn() {
    return BuiltInConditions.all(
        typesAndCauses(
            "java.sql.SQLTransientException",
            "java.sql.SQLRecoverableException",
            "io.r2dbc.spi.R2dbcTransientException",
            "org.springframework.dao.TransientDataAccessException",
            "org.springframework.dao.RecoverableDataAccessException",
            "org.hibernate.exception.LockAcquisitionException",
            "org.hibernate.exception.LockTimeoutException",
            "org.hibernate.exception.JDBCConnectionException",
            "org.hibernate.PessimisticLockException",
            "org.hibernate.StaleStateException",
            "jakarta.persistence.OptimisticLockException",
            "jakarta.persistence.PessimisticLockException",
            "jakarta.persistence.LockTimeoutException",
            "jakarta.persistence.QueryTimeoutException",
            "javax.persistence.OptimisticLockException",
            "javax.persistence.PessimisticLockException",
            "javax.persistence.LockTimeoutException",
            "javax.persistence.QueryTimeoutException"),
        // Connection lost, serialization failure, deadlock, server shutting down or starting,
        // too many connections.
        List.of(sqlStates("08*", "40001", "40P01", "57P0*", "53300")));
  }

  /**
   * Excludes wrong passwords and missing databases, which a connection pool reports as its own
   * transient failures.
   */
  static List<ExceptionCondition> abortOn() {
    return List.of(sqlStates("28*", "3D000"));
  }
}
