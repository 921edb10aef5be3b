package org.zhiyang.platform.access;

import java.util.List;
import java.util.Set;

/** One role of {@code access/roles.yaml}: what its accounts may do, how far their sight reaches, which menu they get, how long an idle session lasts.
 *
 *  @param administers the roles whose accounts this one makes, resets and closes, as far as its reach goes */
public record Role(String key, String name, Reach reach, Set<String> permissions, int idleMinutes, String landing, List<MenuRoom> menu, Tie tie, Set<String> administers) {
  /** What an account's sight is bounded by. */
  public enum Reach { REGION, ORGANIZATION, CARER, PEOPLE, NOTHING, EVERYTHING }

  public record MenuRoom(String room, String name, List<MenuItem> items) {}

  public record MenuItem(String key, String name, String path) {}
}
