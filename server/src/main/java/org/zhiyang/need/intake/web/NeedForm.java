package org.zhiyang.need.intake.web;

import com.fasterxml.uuid.Generators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.intake.domain.AskedBy;
import org.zhiyang.need.intake.domain.Channel;
import org.zhiyang.need.intake.domain.Contact;
import org.zhiyang.need.intake.domain.Urgency;
import org.zhiyang.need.intake.store.Needs;
import org.zhiyang.need.intake.usecase.CaptureNeed;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.registry.elder.EconomicStatus;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.GbIdNumber;
import org.zhiyang.registry.elder.Hukou;
import org.zhiyang.registry.elder.LivingSituation;
import org.zhiyang.registry.elder.NewElder;

/** 需求登记表, as it is sent: about an elder of the register ({@code elderId}) or about somebody unknown ({@code elder}), who is registered with it.
 *
 *  @param services codes of the service list; @param channel said by staff only; @param supplement "补充": the same need is open and this adds to it */
record NeedForm(@Nullable UUID elderId, @Nullable @Valid Person elder, @NotEmpty @Size(max = 30) List<@NotBlank String> services, @NotNull Urgency urgency, @Nullable @Size(max = 1000) String words,
    @NotNull Contact contact, @NotNull AskedBy askedBy, @Nullable Channel channel, @Nullable @Size(max = 200) String place, boolean supplement) {

  /** Somebody the register does not know yet; birthday and sex are derived from the ID number.
   *
   *  @param lng, lat where the home stands; null = not known, the middle of the village stands in */
  record Person(@NotBlank @Size(max = 60) String name, @NotBlank String idNumber, @Nullable @Pattern(regexp = "^$|1\\d{10}|0\\d{2,3}-?\\d{7,8}") String phone,
      @Nullable @Size(max = 200) String address, @NotBlank @Pattern(regexp = "\\d{12}") String regionCode, @Nullable Double lng, @Nullable Double lat, @NotNull LivingSituation livingSituation,
      @NotNull EconomicStatus economicStatus, @NotNull Hukou hukou, boolean disability, boolean familyPlanningSpecial) {

    NewElder toRegister() {
      var flaw = GbIdNumber.flawIn(idNumber);
      if (flaw.isPresent()) throw new InvalidInput("elder.idNumber", "id-number-" + flaw.get().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      var number = new GbIdNumber(idNumber);
      return new NewElder(Generators.timeBasedEpochGenerator().generate(), name.strip(), number.sex(), number.birthOn(), number.value(), blankToNull(phone), blankToNull(address), regionCode,
          lng, lat, livingSituation, economicStatus, hukou, disability, familyPlanningSpecial, null, null, number.synthetic());
    }
  }

  CaptureNeed.Command by(Actor actor) {
    var wish = new Needs.Wish(new TreeSet<>(services), urgency, blankToNull(words), contact, askedBy);
    return new CaptureNeed.Command(actor, elderId == null ? null : new ElderId(elderId), elder == null ? null : elder.toRegister(), channel, wish, blankToNull(place), supplement);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  @Override
  public String toString() {
    return "NeedForm[…]";
  }
}
