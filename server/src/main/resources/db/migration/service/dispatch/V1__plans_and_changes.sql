-- Why: plans of a provider's day with the reason of every line, and each change of who goes where when, so that it can be taken back. Locks: none (new tables).
create schema if not exists dispatch;

create table dispatch.day (
  provider_id uuid not null,
  day date not null,
  version bigint not null default 0,
  primary key (provider_id, day)
);
comment on table dispatch.day is '服务商的一天：改派时锁住这一行，两个人不会同时改；version 每改一次加一';

create table dispatch.plan (
  id uuid primary key,
  provider_id uuid not null,
  region_code text not null check (region_code ~ '^[0-9]{12}$'),
  day date not null,
  origin text not null check (origin in ('NIGHTLY', 'BY_HAND')),
  status text not null check (status in ('DRAFT', 'PUBLISHED', 'SUPERSEDED')),
  planner text not null,
  settings jsonb not null,
  planned int not null check (planned >= 0),
  unserved int not null check (unserved >= 0),
  changed int not null check (changed >= 0),
  travel_minutes int not null check (travel_minutes >= 0),
  made_at timestamptz not null,
  made_by uuid not null,
  published_at timestamptz,
  published_by uuid,
  version bigint not null default 1,
  check (status <> 'PUBLISHED' or published_at is not null),
  check ((published_at is null) = (published_by is null))
);
create unique index plan_one_draft on dispatch.plan (provider_id, day) where status = 'DRAFT';
create index plan_by_day on dispatch.plan (provider_id, day, made_at desc);
create index plan_by_region on dispatch.plan (region_code, day);
create index plan_open on dispatch.plan (day) where status = 'DRAFT';
comment on table dispatch.plan is '派单计划：一个服务商一天的路线';
comment on column dispatch.plan.region_code is '服务商所在区划：数据范围';
comment on column dispatch.plan.settings is '排单所用参数与权重';
comment on column dispatch.plan.changed is '与当时已派情况不同的单数';

create table dispatch.plan_visit (
  plan_id uuid not null references dispatch.plan (id) on delete cascade,
  visit_id uuid not null,
  elder_id uuid not null,
  carers uuid[] not null,
  starts_at time,
  ends_at time,
  leg_minutes int[] not null,
  unserved_reason text,
  remedies jsonb,
  explanation jsonb,
  primary key (plan_id, visit_id),
  check ((starts_at is null) = (unserved_reason is not null) and (cardinality(carers) = 0) = (starts_at is null) and (ends_at is null) = (starts_at is null)),
  check ((remedies is null) = (unserved_reason is null) and (explanation is null) = (starts_at is null)),
  check (cardinality(leg_minutes) = cardinality(carers))
);
comment on table dispatch.plan_visit is '计划中的一单：派给谁、几点、为什么；或为什么没排上、怎样才能排上';

create table dispatch.change (
  id uuid primary key,
  provider_id uuid not null,
  region_code text not null check (region_code ~ '^[0-9]{12}$'),
  day date not null,
  kind text not null check (kind in ('PUBLICATION', 'ASSIGNMENT', 'REMOVAL', 'REVERSAL')),
  plan_id uuid references dispatch.plan (id),
  reverses uuid unique references dispatch.change (id),
  reason text,
  at timestamptz not null,
  acted_by uuid not null,
  acted_role text not null,
  check ((kind = 'PUBLICATION') = (plan_id is not null) and (kind = 'REVERSAL') = (reverses is not null))
);
create index change_by_day on dispatch.change (provider_id, day, at desc);
comment on table dispatch.change is '派单的每次变动；reverses 指被撤回的那一次';

create table dispatch.change_visit (
  change_id uuid not null references dispatch.change (id),
  visit_id uuid not null,
  before_carers uuid[] not null,
  before_from time,
  before_locked boolean not null,
  after_carers uuid[] not null,
  after_from time,
  primary key (change_id, visit_id),
  check ((cardinality(before_carers) = 0) = (before_from is null) and (cardinality(after_carers) = 0) = (after_from is null))
);
create index change_visit_by_visit on dispatch.change_visit (visit_id);
