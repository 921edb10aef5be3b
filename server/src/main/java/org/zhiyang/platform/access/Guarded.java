package org.zhiyang.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which permission an endpoint needs and whether each call is written to the audit trail. Every endpoint carries this or {@link Open};
 *  {@code ArchitectureTests} proves it. The rows an endpoint may show are a matter of {@link Scope}, not of this. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Guarded {
  /** Any signed-in account. */
  String SIGNED_IN = "signed-in";

  /** {@code <thing>.<act>}, granted to roles in {@code access/roles.yaml}. */
  String permission();

  /** True for reads of one person's record, exports and every decision. */
  boolean audit() default false;

  /** True for the few calls somebody may make who still has a one-time password: who am I, and changing it. */
  boolean withOneTimePassword() default false;
}
