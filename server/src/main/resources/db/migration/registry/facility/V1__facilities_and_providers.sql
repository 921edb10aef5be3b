-- Why: places of care and providers of home care. Locks: none (new tables).
create schema if not exists facility;

create table facility.provider (
  id uuid primary key,
  name text not null check (char_length(name) between 2 and 100),
  credit_code text not null unique check (credit_code ~ '^[0-9A-HJ-NP-RT-UW-Y]{18}$'),
  region_code text not null check (region_code ~ '^\d{12}$'),
  lng double precision not null,
  lat double precision not null,
  services text[] not null check (cardinality(services) > 0),
  visits_per_day int not null check (visits_per_day > 0),
  phone text,
  bank_account_name text,
  bank_account_number_sealed bytea,
  listing text not null default 'NORMAL' check (listing in ('NORMAL', 'WATCHED', 'DEFAULTED')),
  listing_since date,
  listing_reason text,
  score numeric(5, 2) check (score between 0 and 100),
  score_month date check (extract(day from score_month) = 1),
  synthetic boolean not null default false,
  version bigint not null default 0
);
create index provider_region on facility.provider (region_code);
comment on table facility.provider is '居家养老服务商';
comment on column facility.provider.listing is 'NORMAL 正常；WATCHED 关注；DEFAULTED 失信，不得接新单';
comment on column facility.provider.score is '最近一次公布的月度得分（0-100）';

create table facility.facility (
  id uuid primary key,
  kind text not null check (kind in ('COUNTY_CENTER', 'TOWN_CENTER', 'VILLAGE_STATION', 'CARE_HOME')),
  name text not null check (char_length(name) between 2 and 100),
  region_code text not null check (region_code ~ '^\d{12}$'),
  lng double precision not null,
  lat double precision not null,
  beds int check (beds >= 0),
  beds_taken int check (beds_taken between 0 and beds),
  stars int check (stars between 1 and 5),
  provider_id uuid references facility.provider,
  synthetic boolean not null default false
);
create index facility_region on facility.facility (region_code, kind);
comment on table facility.facility is '养老服务设施：县区中心、镇街中心、村社站点、养老机构';
