package org.zhiyang.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The roles of {@code access/roles.yaml}, read once. A menu item is shown to a role that holds the item's permission. */
final class Roles {
  private final Map<String, Role> byKey = new LinkedHashMap<>();

  private record RoleEntry(String key, String name, Role.Reach reach, int idleMinutes, String landing, TieEntry tie, @Nullable List<String> administers,
      List<String> permissions) {}

  private record TieEntry(Tie.Kind kind, @Nullable List<Integer> levels) {}

  private record MenuEntry(String room, String name, List<MenuItemEntry> items) {}

  private record MenuItemEntry(String key, String name, String path, String permission) {}

  private record RolesFile(List<RoleEntry> roles, List<MenuEntry> menu) {}

  Roles() {
    var file = read();
    for (var entry : file.roles) {
      var permissions = Set.copyOf(new LinkedHashSet<>(entry.permissions));
      byKey.put(entry.key, new Role(entry.key, entry.name, entry.reach, permissions, entry.idleMinutes, entry.landing, menu(file.menu, permissions),
          new Tie(entry.tie.kind, listOrEmpty(entry.tie.levels)), new LinkedHashSet<>(listOrEmpty(entry.administers))));
    }
    byKey.values().forEach(this::check);
  }

  /** The bounds of administration are drawn for one's own organisation and for the whole platform only. */
  private void check(Role role) {
    var bounded = role.reach() == Role.Reach.ORGANIZATION || role.reach() == Role.Reach.NOTHING;
    if (!role.administers().isEmpty() && !bounded) throw new IllegalStateException(role.key() + " cannot administer accounts with reach " + role.reach());
    role.administers().forEach(this::get);
  }

  private static <T> List<T> listOrEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  Optional<Role> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  Role get(String key) {
    var role = byKey.get(key);
    if (role == null) throw new IllegalStateException("no role " + key + " in access/roles.yaml");
    return role;
  }

  List<Role> list() {
    return List.copyOf(byKey.values());
  }

  private static List<Role.MenuRoom> menu(List<MenuEntry> rooms, Set<String> permissions) {
    var shown = new ArrayList<Role.MenuRoom>();
    for (var room : rooms) {
      var items = room.items.stream().filter(item -> permissions.contains(item.permission))
          .map(item -> new Role.MenuItem(item.key, item.name, item.path)).toList();
      if (!items.isEmpty()) shown.add(new Role.MenuRoom(room.room, room.name, items));
    }
    return shown;
  }

  private static RolesFile read() {
    try (var in = Roles.class.getResourceAsStream("/access/roles.yaml")) {
      return YAMLMapper.builder().build().readValue(in, RolesFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read access/roles.yaml", e);
    }
  }
}
