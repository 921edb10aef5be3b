package org.zhiyang.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One elder on the way through the loop, and what became of each step. */
final class Walker {
  final int number;
  final Team team;
  final String village;
  final String service;
  final int weekday;
  /** Of the register; empty for somebody who is registered with the need and then assessed. */
  final String known;
  String elder = "";
  String careCase = "";
  String assessment = "";
  String digest = "";
  String plan = "";
  long planVersion;
  String order = "";
  @Nullable String visit;
  boolean confirmed;

  Walker(int number, Team team, String village, String service, int weekday, String known) {
    this.number = number;
    this.known = known;
    this.team = team;
    this.village = village;
    this.service = service;
    this.weekday = weekday;
  }

  /** One of ten is visited with a phone that has no position. */
  boolean unlocated() {
    return number % 10 == 3;
  }

  /** One of ten is not content. */
  int stars() {
    return number % 10 == 2 ? 2 : 5;
  }

  /** A provider with the people who work there. */
  static final class Team {
    final String provider;
    final String name;
    final List<String> services;
    final int visitsPerDay;
    final double lng;
    final double lat;
    final List<String> villages = new ArrayList<>();
    /** By carer: those who have signed in. */
    final Map<String, Person> carers = new ConcurrentHashMap<>();
    /** By carer: accounts of whom nobody here knows the password. */
    final Map<String, JsonNode> accounts = new ConcurrentHashMap<>();
    @Nullable Person dispatcher;

    Team(String provider, String name, List<String> services, int visitsPerDay, double lng, double lat) {
      this.provider = provider;
      this.name = name;
      this.services = services;
      this.visitsPerDay = visitsPerDay;
      this.lng = lng;
      this.lat = lat;
    }

    Person dispatcher() {
      return java.util.Objects.requireNonNull(dispatcher, "no dispatcher for " + name);
    }
  }
}
