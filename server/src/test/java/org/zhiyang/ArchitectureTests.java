package org.zhiyang;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.access.Open;

/** Rules of the house that the compiler does not know. */
@AnalyzeClasses(packages = "org.zhiyang", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
  @ArchTest
  static final ArchRule everyEndpointSaysWhoMayCallIt = methods().that().areMetaAnnotatedWith(RequestMapping.class)
      .and().areDeclaredInClassesThat().areAnnotatedWith(RestController.class)
      .should(beAnnotatedWith(Guarded.class).or(beAnnotatedWith(Open.class)));

  @ArchTest
  static final ArchRule domainIsPlainJava = noClasses().that().resideInAPackage("..domain..")
      .should().dependOnClassesThat().resideInAnyPackage("org.springframework.web..", "org.springframework.jdbc..", "org.springframework.context..", "org.springframework.stereotype..",
          "org.springframework.security..", "jakarta.servlet..", "java.sql..");

  /** Days of business come from the injected clock; {@code Instant.now()} and {@code OffsetDateTime.now()} serve sessions, tokens and stamps of system time. */
  @ArchTest
  static final ArchRule businessDaysComeFromTheClock = classes().should(new ArchCondition<>("ask a Clock for the day") {
    @Override
    public void check(JavaClass item, ConditionEvents events) {
      item.getMethodCallsFromSelf().stream()
          .filter(call -> call.getName().equals("now") && call.getTarget().getRawParameterTypes().isEmpty())
          .filter(call -> call.getTargetOwner().isEquivalentTo(LocalDate.class) || call.getTargetOwner().isEquivalentTo(LocalDateTime.class)
              || call.getTargetOwner().isEquivalentTo(YearMonth.class) || call.getTargetOwner().isEquivalentTo(ZonedDateTime.class))
          .forEach(call -> events.add(SimpleConditionEvent.violated(item, call.getDescription())));
    }
  });

  /** What business answers, it stamps with its own clock, which the demo may have moved. Leases of the hotline take {@code Instant.now()}: they are system time. */
  @ArchTest
  static final ArchRule answersOfBusinessAreStampedByTheClock = classes().that().resideInAnyPackage("..need..", "..service..", "..response..", "..oversight..", "..funding..", "..insight..")
      .should(new ArchCondition<>("ask a Clock for the moment of an answer") {
        @Override
        public void check(JavaClass item, ConditionEvents events) {
          item.getMethodCallsFromSelf().stream().filter(call -> call.getName().equals("now") && call.getTarget().getRawParameterTypes().isEmpty())
              .filter(call -> call.getTargetOwner().isEquivalentTo(OffsetDateTime.class) || call.getTargetOwner().isEquivalentTo(LocalTime.class))
              .forEach(call -> events.add(SimpleConditionEvent.violated(item, call.getDescription())));
        }
      });

  /** The server starts from the list of beans made when it was built; a setting of the running system is asked for when it is needed. */
  @ArchTest
  static final ArchRule noBeanHangsOnASetting = noClasses().should().beAnnotatedWith(ConditionalOnProperty.class).orShould().beAnnotatedWith(ConditionalOnBooleanProperty.class)
      .orShould().beAnnotatedWith(Profile.class).orShould().beAnnotatedWith(Conditional.class);

  @ArchTest
  static final ArchRule noBeanMethodHangsOnASetting = methods().should(not(beAnnotatedWith(ConditionalOnProperty.class)).and(not(beAnnotatedWith(ConditionalOnBooleanProperty.class)))
      .and(not(beAnnotatedWith(Profile.class))).and(not(beAnnotatedWith(Conditional.class))));

  @ArchTest
  static final ArchRule controllersStayInside = classes().that().areAnnotatedWith(RestController.class).should().notBePublic();

  /** Whoever lists people, orders or money says for whom: a public or package method named {@code page} takes a scope. */
  @ArchTest
  static final ArchRule listsTakeAScope = methods().that().haveName("page").and().areDeclaredInClassesThat().resideInAnyPackage("..registry.elder..", "..need..", "..service..",
      "..response..", "..oversight..", "..funding..").should(new ArchCondition<JavaMethod>("take a Scope") {
    @Override
    public void check(JavaMethod method, ConditionEvents events) {
      var scoped = method.getRawParameterTypes().stream().anyMatch(type -> type.getName().equals("org.zhiyang.platform.access.Scope"));
      var controller = method.getOwner().isAnnotatedWith(RestController.class);
      if (!scoped && !controller) events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes no Scope"));
    }
  }).allowEmptyShould(true);
}
