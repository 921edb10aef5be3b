package org.zhiyang.platform.web;

import java.util.List;
import java.util.Map;

/** Refusal: fields need correcting; raised where a check needs more than an annotation. Answered 400 with every field at once. */
public final class InvalidInput extends RuntimeException {
  private final List<Problems.FieldError> errors;

  public InvalidInput(List<Problems.FieldError> errors) {
    super("invalid input", null, false, false);
    this.errors = List.copyOf(errors);
  }

  public InvalidInput(String field, String code) {
    this(List.of(new Problems.FieldError(field, code, Map.of())));
  }

  /** The same refusal for a form that holds the refused one as its part {@code form}: {@code idNumber} is {@code elder.idNumber} there. */
  public InvalidInput within(String form) {
    return new InvalidInput(errors.stream().map(e -> new Problems.FieldError(form + "." + e.field(), e.code(), e.params())).toList());
  }

  public List<Problems.FieldError> errors() {
    return errors;
  }
}
