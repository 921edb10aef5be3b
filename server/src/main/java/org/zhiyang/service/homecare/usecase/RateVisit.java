package org.zhiyang.service.homecare.usecase;

import com.fasterxml.uuid.Generators;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitRated;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.HomecareRefusal;
import org.zhiyang.service.homecare.store.Visits;

/** Somebody says how a confirmed visit felt, once: the elder, the family, or staff for them, which is kept. */
@Component
class RateVisit {
  private final Visits visits;
  private final CareCaseCommands cases;
  private final HomecareParameters parameters;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  RateVisit(Visits visits, CareCaseCommands cases, HomecareParameters parameters, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.visits = visits;
    this.cases = cases;
    this.parameters = parameters;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional
  public UUID handle(VisitId id, int stars, @Nullable String words, Actor by) {
    if (stars < 1 || stars > 5) throw new InvalidInput("stars", "range");
    var visit = visits.lock(id);
    if (visit.ratingId() != null) throw new HomecareRefusal.AlreadyRated();
    if (visit.status() != VisitStatus.CONFIRMED) throw new HomecareRefusal.WrongStatus(visit.status(), "RATED");
    var rating = Generators.timeBasedEpochGenerator().generate();
    var low = stars <= parameters.get(HomecareParameters.LOW_RATING, visit.regionCode(), LocalDate.now(clock)).value();
    var at = clock.instant();
    jdbc.sql("""
            insert into homecare.rating (id, visit_id, elder_id, region_code, provider_id, service_month, stars, words, low, by_account, by_role, on_behalf, rated_at)
            values (:id, :visit, :elder, :region, :provider, :month, :stars, :words, :low, :by, :role, :behalf, :at)""")
        .param("id", rating).param("visit", visit.id()).param("elder", visit.elderId()).param("region", visit.regionCode()).param("provider", visit.providerId())
        .param("month", Date.valueOf(visit.day().withDayOfMonth(1))).param("stars", stars).param("words", words == null || words.isBlank() ? null : words.strip()).param("low", low)
        .param("by", by.accountId()).param("role", by.role().key()).param("behalf", by.isStaff()).param("at", Timestamp.from(at)).update();
    jdbc.sql("update homecare.visit set rating_id = :rating, version = version + 1 where id = :id").param("rating", rating).param("id", visit.id()).update();
    cases.reach(new CaseId(visit.caseId()), CaseStep.FELT, YearMonth.from(visit.day()), new CareCaseCommands.Reached(by, at, visit.regionCode(), null, visit.id(), visit.providerId()));
    events.publishEvent(new VisitRated(rating, id, new ElderId(visit.elderId()), new ProviderId(visit.providerId()), visit.regionCode(), stars, low, at));
    return rating;
  }
}
