package org.zhiyang.need.eligibility.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words a rule may use, each with its type: {@code elder.…} for the facts and {@code figure.…} for the figures that hold for the elder. Ages are full years, money
 *  fen, shares permille, hours whole hours a month, levels 0 (intact) to 4. {@code yuan(fen)} writes money as "12.50 元". */
public final class Vocabulary {
  /** Facts that are known only with an ability level in effect: what is given because of them ends with the level. */
  static final Set<String> OF_LEVEL = Set.of("elder.level", "elder.level_number", "elder.level_name", "figure.table_hours");

  private static final Map<String, CelType> ELDER = new LinkedHashMap<>();
  private static final Map<String, CelType> FIGURE = new LinkedHashMap<>();

  static {
    ELDER.put("age", SimpleType.INT);
    ELDER.put("level", SimpleType.STRING);
    ELDER.put("level_number", SimpleType.INT);
    ELDER.put("level_name", SimpleType.STRING);
    ELDER.put("economic_status", SimpleType.STRING);
    ELDER.put("economic_status_name", SimpleType.STRING);
    ELDER.put("living_situation", SimpleType.STRING);
    ELDER.put("lives_alone", SimpleType.BOOL);
    ELDER.put("in_care_home", SimpleType.BOOL);
    ELDER.put("hukou", SimpleType.STRING);
    ELDER.put("disability", SimpleType.BOOL);
    ELDER.put("family_planning_special", SimpleType.BOOL);
    ELDER.put("in_city", SimpleType.BOOL);
    FIGURE.put("table_hours", SimpleType.INT);
    FIGURE.put("living_alone_80_hours", SimpleType.INT);
    FIGURE.put("family_planning_special_hours", SimpleType.INT);
    FIGURE.put("centenarian_hours", SimpleType.INT);
    FIGURE.put("voucher_minimum_age", SimpleType.INT);
    FIGURE.put("voucher_minimum_level", SimpleType.INT);
    FIGURE.put("voucher_minimum_level_name", SimpleType.STRING);
    FIGURE.put("voucher_cap_fen", SimpleType.INT);
    FIGURE.put("voucher_rate_permille", SimpleType.INT);
  }

  private static final StructType ELDER_TYPE = struct("zhiyang.Elder", ELDER);
  private static final StructType FIGURE_TYPE = struct("zhiyang.Figure", FIGURE);

  private Vocabulary() {}

  private static StructType struct(String name, Map<String, CelType> fields) {
    return StructType.create(name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
  }

  /** A compiler and runtime that know these words and the standard operators, for expressions of the type. */
  static Cel cel(CelType result) {
    return CelFactory.standardCelBuilder()
        .setTypeProvider(new Types())
        .addVar("elder", ELDER_TYPE).addVar("figure", FIGURE_TYPE)
        .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration("yuan", CelOverloadDecl.newGlobalOverload("yuan_int", SimpleType.STRING, SimpleType.INT)))
        .addFunctionBindings(CelFunctionBinding.from("yuan_int", Long.class, fen -> yuan(fen)))
        .setResultType(result).build();
  }

  static Set<String> elderWords() {
    return ELDER.keySet();
  }

  static Set<String> figureWords() {
    return FIGURE.keySet();
  }

  /** 80000 is "800 元", 1250 is "12.50 元". */
  static String yuan(long fen) {
    return fen % 100 == 0 ? "%d 元".formatted(fen / 100) : "%d.%02d 元".formatted(fen / 100, Math.abs(fen % 100));
  }

  private static final class Types implements CelTypeProvider {
    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.of(ELDER_TYPE, FIGURE_TYPE);
    }

    @Override
    public Optional<CelType> findType(String name) {
      return types().stream().filter(type -> type.name().equals(name)).findFirst();
    }
  }
}
