package org.zhiyang.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Days and moments somebody can have meant, in addresses and bodies: of the years {@value #FIRST_YEAR} to {@value #LAST_YEAR}. A hand that slips in a date field writes the year 20261 or 0026, and what the
 *  database or the calendar cannot hold would be a fault of ours. A module may ask for less. */
final class MeantDays implements WebMvcConfigurer {
  static final int FIRST_YEAR = 1850;
  static final int LAST_YEAR = 2149;

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, LocalDate.class, text -> meant(LocalDate.parse(text)));
    registry.addConverter(String.class, YearMonth.class, text -> meant(YearMonth.parse(text)));
  }

  /** The same for what stands in a body, whichever kind of day or moment it is. */
  static SimpleModule inBodies() {
    var module = new SimpleModule("meant-days");
    module.setDeserializerModifier(new ValueDeserializerModifier() {
      @Override
      public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> usual) {
        return Temporal.class.isAssignableFrom(bean.getBeanClass()) ? new Meant(usual) : usual;
      }
    });
    return module;
  }

  /** @throws DateTimeException for a year nobody can have meant; a time of day has none */
  private static <T extends Temporal> T meant(T day) {
    var year = day instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC).getYear() : day.isSupported(ChronoField.YEAR) ? day.get(ChronoField.YEAR) : FIRST_YEAR;
    if (year < FIRST_YEAR || year > LAST_YEAR) throw new DateTimeException("nobody can have meant the year " + year);
    return day;
  }

  private static final class Meant extends DelegatingDeserializer {
    Meant(ValueDeserializer<?> usual) {
      super(usual);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> usual) {
      return new Meant(usual);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
      var read = super.deserialize(parser, context);
      try {
        return read instanceof Temporal day ? meant(day) : read;
      } catch (DateTimeException notMeant) {
        throw context.weirdStringException(String.valueOf(read), handledType(), String.valueOf(notMeant.getMessage()));
      }
    }
  }
}
