-- Why: the register of elders; identifiers sealed, searchable by blind index only. Locks: none (new tables).
create schema if not exists elder;

create sequence elder.number_sequence start 1000001;

create table elder.elder (
  id uuid primary key,
  number text not null unique,
  name text not null check (char_length(name) between 1 and 60),
  initials text not null,
  sex text not null check (sex in ('MALE', 'FEMALE')),
  birth_on date not null,
  id_number_sealed bytea not null,
  id_number_index bytea not null,
  id_number_masked text not null,
  phone_sealed bytea,
  phone_index bytea,
  phone_masked text,
  address_sealed bytea,
  region_code text not null check (region_code ~ '^\d{12}$'),
  lng double precision,
  lat double precision,
  living_situation text not null check (living_situation in ('ALONE', 'WITH_SPOUSE', 'WITH_CHILDREN', 'WITH_OTHERS', 'EMPTY_NEST', 'IN_CARE_HOME')),
  economic_status text not null check (economic_status in ('TEKUN', 'DIBAO', 'DIBAO_EDGE', 'ORDINARY')),
  hukou text not null check (hukou in ('LOCAL', 'SAME_CITY', 'OUTSIDE')),
  disability boolean not null default false,
  family_planning_special boolean not null default false,
  ability_level text check (ability_level in ('INTACT', 'MILD', 'MODERATE', 'SEVERE', 'COMPLETE')),
  ability_valid_until date,
  status text not null default 'LIVING' check (status in ('LIVING', 'AWAY', 'IN_HOSPITAL', 'MOVED', 'DECEASED')),
  status_since date,
  last_contact_on date,
  synthetic boolean not null default false,
  registered_at timestamptz not null,
  registered_by uuid,
  version bigint not null default 0
);
comment on table elder.elder is '老人库';
comment on column elder.elder.id_number_sealed is '公民身份号码，SM4 密文';
comment on column elder.elder.id_number_index is '公民身份号码的 HMAC-SM3 盲索引，用于精确查找与查重';
comment on column elder.elder.ability_valid_until is '能力等级有效期末日（含当日）';
comment on column elder.elder.synthetic is '模拟数据，不对应任何真人';

-- One person, one record: whoever registers, through whatever channel.
create unique index elder_id_number on elder.elder (id_number_index);
create index elder_phone on elder.elder (phone_index) where phone_index is not null;
create index elder_region_name on elder.elder (region_code, name, id);
create index elder_name on elder.elder (name text_pattern_ops);
create index elder_name_anywhere on elder.elder using gin (name gin_trgm_ops);
create index elder_initials on elder.elder (initials text_pattern_ops);
create index elder_level on elder.elder (ability_level, region_code) where ability_level <> 'INTACT';
create index elder_birth on elder.elder (birth_on);
create index elder_level_expiry on elder.elder (ability_valid_until) where ability_valid_until is not null;

create table elder.viewer (
  elder_id uuid not null references elder.elder on delete cascade,
  party_id uuid not null,
  reason text not null,
  until_on date,
  granted_at timestamptz not null default now(),
  primary key (elder_id, party_id)
);
create index viewer_party on elder.viewer (party_id, elder_id);
comment on table elder.viewer is '除属地工作人员外，谁因何可以看到这位老人（服务机构、护理员）';

create table elder.change (
  id bigint generated always as identity primary key,
  elder_id uuid not null,
  at timestamptz not null,
  by_account uuid,
  what text not null,
  reason text
);
create index change_elder on elder.change (elder_id, at desc);
comment on table elder.change is '老人档案的变更记录（记变更项，不记个人信息内容）';

create table elder.status_period (
  elder_id uuid not null references elder.elder on delete cascade,
  status text not null check (status in ('AWAY', 'IN_HOSPITAL', 'MOVED', 'DECEASED')),
  from_on date not null,
  to_on date,
  during daterange generated always as (daterange(from_on, to_on, '[)')) stored,
  primary key (elder_id, during without overlaps)
);
comment on table elder.status_period is '不在家的期间（外出、住院、迁出、去世）；to_on 不含当日，空为至今';
