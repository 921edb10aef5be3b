-- Why: who may be sent to an elder's home, and who may assess. Certificates of one carer do not overlap by law of the table. Locks: none (new tables).
create schema if not exists workforce;

create table workforce.carer (
  id uuid primary key,
  provider_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  name text not null check (char_length(name) between 1 and 60),
  sex text not null check (sex in ('MALE', 'FEMALE')),
  phone_sealed bytea,
  phone_masked text,
  base_lng double precision not null,
  base_lat double precision not null,
  skills text[] not null,
  part_time boolean not null,
  active boolean not null default true,
  synthetic boolean not null default false
);
create index carer_provider on workforce.carer (provider_id) where active;
create index carer_region on workforce.carer (region_code);
comment on table workforce.carer is '护理员';

create table workforce.certificate (
  carer_id uuid not null references workforce.carer,
  level int not null check (level between 1 and 5),
  number text not null,
  from_on date not null,
  last_day date not null check (last_day >= from_on),
  during daterange generated always as (daterange(from_on, last_day, '[]')) stored,
  primary key (carer_id, during without overlaps)
);
comment on table workforce.certificate is '护理员职业技能等级证书：5 初级 … 1 高级技师；last_day 含当日';

create table workforce.shift (
  carer_id uuid not null references workforce.carer,
  weekday int not null check (weekday between 1 and 7),
  starts_at time not null,
  ends_at time not null check (ends_at > starts_at),
  primary key (carer_id, weekday, starts_at)
);
comment on table workforce.shift is '每周排班：1 为星期一';

create table workforce.assessor (
  id uuid primary key,
  region_code text not null check (region_code ~ '^\d{12}$'),
  name text not null,
  medical_background boolean not null,
  qualification text not null,
  certified_from date not null,
  certified_to date check (certified_to > certified_from),
  phone_sealed bytea,
  account_id uuid unique,
  active boolean not null default true,
  synthetic boolean not null default false
);
create index assessor_region on workforce.assessor (region_code) where active;
comment on table workforce.assessor is '能力评估员；medical_background 有医疗或护理背景；certified_to 不含当日';

create table workforce.village_worker (
  id uuid primary key,
  region_code text not null check (region_code ~ '^\d{12}$'),
  name text not null,
  phone_sealed bytea,
  synthetic boolean not null default false
);
create index village_worker_region on workforce.village_worker (region_code);
comment on table workforce.village_worker is '村社工作者';
