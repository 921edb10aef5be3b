package org.zhiyang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;

class WebProblemsTests {
  @ParameterizedTest
  @CsvSource({"53100, 507, disk-full", "08006, 503, unavailable", "57P01, 503, unavailable", "57P03, 503, unavailable", "40P01, 503, busy", "40001, 503, busy", "57014, 500, fault", "23505, 500, fault"})
  void whatTheDatabaseSuffersFromIsToldFromAFaultOfTheProgram(String state, int status, String slug) throws Exception {
    var problem = new WebProblems().on(new DataAccessResourceFailureException("a statement failed", new SQLException("said the database", state)));

    assertThat(problem.getStatus()).isEqualTo(status);
    assertThat(String.valueOf(problem.getType())).isEqualTo("/problems/web/" + slug);
    assertThat(String.valueOf(problem.getDetail())).doesNotContain("said the database");
  }

  @Test
  void whatTheCallerCannotReadOrSendIsToldByATypeOfOurs() throws Exception {
    assertThat(String.valueOf(new WebProblems().on((Exception) new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON))).getType())).isEqualTo("/problems/web/not-acceptable");
    assertThat(String.valueOf(new WebProblems().on((Exception) new HttpMediaTypeNotSupportedException("no")).getType())).isEqualTo("/problems/web/unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "title", "status", "detail", "instance"})
  void aProblemsOwnFieldsNeverTakeTheNamesTheStandardKeeps(String name) {
    assertThatThrownBy(() -> Problems.of(HttpStatus.CONFLICT, "web/stale", "changed", Map.of(name, "ABNORMAL"))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPoolWithoutConnectionsIsADatabaseThatCannotBeReached() throws Exception {
    var problem = new WebProblems().on(new CannotCreateTransactionException("no transaction", new SQLTransientConnectionException("no connection within 30 s")));

    assertThat(problem.getStatus()).isEqualTo(503);
  }
}
