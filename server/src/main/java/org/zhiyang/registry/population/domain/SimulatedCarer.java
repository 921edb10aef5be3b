package org.zhiyang.registry.population.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.zhiyang.platform.region.Position;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.workforce.TravelMode;
import org.zhiyang.registry.elder.GbIdNumber;
import org.zhiyang.registry.elder.Sex;

/**
 * An invented care worker of a provider.
 *
 * @param skills keys as the service list asks for them, for example BATHING; may be empty
 * @param certificateLevel 5 (lowest) .. 1 (highest) of the occupation 养老护理员
 * @param shifts of every week; never overlap
 * @param village where the carer lives; {@code base} lies near it
 * @param base where the day starts, WGS-84
 */
public record SimulatedCarer(UUID id, UUID providerId, RegionCode village, String name, Sex sex, LocalDate birthOn, GbIdNumber idNumber, String phone, Set<String> skills,
                             int certificateLevel, boolean partTime, TravelMode travelMode, Position base, List<Certificate> certificates, List<Shift> shifts) {

  /** 职业技能等级证书 (of the carer's level), 健康证, 康复技能证书; at most one of each kind. */
  public enum CertificateKind { CARE_WORKER, HEALTH, REHABILITATION }

  /** @param from first valid day; {@code to} the first day no longer valid */
  public record Certificate(UUID id, CertificateKind kind, String number, LocalDate from, LocalDate to) {}

  /** @param to exclusive */
  public record Shift(DayOfWeek day, LocalTime from, LocalTime to) {}
}
