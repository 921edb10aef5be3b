package org.zhiyang.need.eligibility.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.platform.city.BrokenProfile;
import org.zhiyang.platform.city.CityProfile;
import org.zhiyang.platform.city.ProfileFiles;
import tools.jackson.databind.json.JsonMapper;

/** What the service list of every city that travels with the program asks for, row by row of the mission map (M263–M270), and how a city says it otherwise. */
class ServiceCatalogueTests {
  private static final Path PROFILES = Path.of("../profiles");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  static Stream<String> cities() throws IOException {
    try (var folders = Files.list(PROFILES)) {
      return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).filter(name -> !name.equals("national")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cities")
  void aMealIsHandedOverAtATimeToSomebody(String city) {
    assertThat(fields(row(city, "M263").atCheckOut())).contains("deliveredAt", "receivedBy");
  }

  @ParameterizedTest
  @MethodSource("cities")
  void aBathWaitsForTheVitalSignsAndTheSecondCarer(String city) {
    var bathing = row(city, "M264");

    assertThat(bathing.crewSize()).isEqualTo(2);
    assertThat(fields(bathing.beforeStart())).contains("preBathTemperatureCelsius", "preBathSystolicMmHg", "preBathDiastolicMmHg", "preBathPulsePerMinute", "secondCarerId");
  }

  @ParameterizedTest
  @MethodSource("cities")
  void theWayToTheDoctorNamesHospitalTimesAndResultAndEndsAfterItBegan(String city) {
    var escort = row(city, "M265");

    assertThat(fields(escort.atCheckOut())).contains("hospital", "arrivedHospitalAt", "leftHospitalAt", "resultNote");
    assertThat(notBefore(escort)).containsEntry("leftHospitalAt", "arrivedHospitalAt");
  }

  @ParameterizedTest
  @MethodSource("cities")
  void rehabilitationIsForCarersWithTheSkillOnly(String city) {
    assertThat(row(city, "M266").requiredSkill()).isEqualTo("REHABILITATION");
  }

  @ParameterizedTest
  @MethodSource("cities")
  void aTripIsLoggedWithPlacesAndTimesInTheirOrder(String city) {
    var trip = row(city, "M267");

    assertThat(fields(trip.atCheckOut())).contains("pickUpPlace", "departedAt", "destination", "arrivedAt", "returnedAt");
    assertThat(notBefore(trip)).containsEntry("arrivedAt", "departedAt").containsEntry("returnedAt", "arrivedAt");
  }

  @ParameterizedTest
  @MethodSource("cities")
  void cleaningIsPaidByTheHourAndConfirmedByTheElderBeforeAndAfter(String city) {
    var cleaning = row(city, "M268");

    assertThat(cleaning.unit()).isEqualTo("小时");
    assertThat(cleaning.partMinutes()).isEqualTo(30);
    assertThat(fields(cleaning.beforeStart())).contains("elderConfirmedBefore");
    assertThat(fields(cleaning.atCheckOut())).contains("elderConfirmed");
  }

  @ParameterizedTest
  @MethodSource("cities")
  void urgentHelpHasATargetAndItsTimesAreMeasuredNotAskedOfTheCarer(String city) {
    var urgent = row(city, "M269");

    assertThat(urgent.isUrgent()).isTrue();
    assertThat(fields(urgent.atCheckOut())).contains("outcomeNote").doesNotContain("requestedAt", "arrivedAt");
  }

  @ParameterizedTest
  @MethodSource("cities")
  void companyLeavesANote(String city) {
    assertThat(fields(row(city, "M270").atCheckOut())).contains("visitNote");
  }

  @Test
  void aCityHasItsOwnPricesAndEverythingElseOfTheNationalList() {
    var ours = row("hengyang", "M268");
    var national = row("huzhou", "M268");

    assertThat(ours.priceFen()).isEqualTo(4000).isNotEqualTo(national.priceFen());
    assertThat(ours).usingRecursiveComparison().ignoringFields("priceFen").isEqualTo(national);
  }

  @Test
  void aCityChangesOneFieldAndAddsAnItemOfItsOwnAtTheEnd(@TempDir Path profiles) throws IOException {
    var files = files(profiles, """
        items:
          - {code: B, durationMinutes: 45}
          - {code: C, name: 丙, description: 丙项, missionRow: M1, unit: 次, durationMinutes: 30, requiredSkill: null, crewSize: 1, countsAgainstHours: true,
             proof: {beforeStart: [], atCheckOut: []}, prices: [{value: 100, region: "000000000000", effective: 2026-01-01, recorded: 2026-01-01, source: {kind: assumption, reason: x}}]}
        """);

    var offers = new ServiceCatalogue(files, JsonMapper.shared(), false).offers("110101000000", DAY);

    assertThat(offers).extracting(offer -> offer.item().code()).containsExactly("A", "B", "C");
    assertThat(offers.get(1).item()).extracting(ServiceItem::name, ServiceItem::durationMinutes).containsExactly("乙", 45);
  }

  @Test
  void anItemWithoutACodeOrACodeTwiceStopsTheStartAndNamesTheFile(@TempDir Path profiles) throws IOException {
    for (var wrong : List.of("items: [{name: 乙}]", "items: [{code: B}, {code: B}]")) {
      var files = files(profiles, wrong);

      assertThatThrownBy(() -> files.items("service-list.yaml")).isInstanceOf(BrokenProfile.class).hasMessageContaining("jia/service-list.yaml");
    }
  }

  private static ProfileFiles files(Path profiles, String own) throws IOException {
    var item = """
          - {code: %s, name: %s, description: 一项, missionRow: M1, unit: 次, durationMinutes: 60, requiredSkill: null, crewSize: 1, countsAgainstHours: true,
             proof: {beforeStart: [], atCheckOut: []}, prices: [{value: 100, region: "000000000000", effective: 2026-01-01, recorded: 2026-01-01, source: {kind: assumption, reason: x}}]}
        """;
    Files.createDirectories(profiles.resolve("national"));
    Files.createDirectories(profiles.resolve("jia"));
    Files.writeString(profiles.resolve("national/service-list.yaml"), "items:\n" + item.formatted("A", "甲") + item.formatted("B", "乙"));
    Files.writeString(profiles.resolve("jia/city.yaml"), "name: 甲市");
    Files.writeString(profiles.resolve("jia/service-list.yaml"), own);
    return new ProfileFiles("jia", profiles);
  }

  private static ServiceItem row(String city, String missionRow) {
    var files = new ProfileFiles(city, PROFILES);
    var place = CityProfile.read(files).code();
    return new ServiceCatalogue(files, JsonMapper.shared(), false).offers(place, DAY).stream().filter(offer -> offer.missionRow().equals(missionRow)).findFirst().orElseThrow().item();
  }

  private static List<Object> fields(List<Map<String, Object>> proof) {
    return proof.stream().map(field -> field.get("field")).toList();
  }

  private static Map<Object, Object> notBefore(ServiceItem item) {
    var order = new java.util.HashMap<Object, Object>();
    item.atCheckOut().stream().filter(field -> field.containsKey("notBefore")).forEach(field -> order.put(field.get("field"), field.get("notBefore")));
    return order;
  }
}
