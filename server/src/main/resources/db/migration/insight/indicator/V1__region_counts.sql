-- Why: the cockpit answers at once however many elders there are: counts of every region on every level, made anew by a job. Locks: none (new tables).
create schema if not exists indicator;

create table indicator.region_count (
  region_code text not null check (region_code ~ '^\d{12}$'),
  key text not null,
  source text not null,
  n bigint not null,
  primary key (region_code, key)
);
comment on table indicator.region_count is '各级区划的计数，由业务记录汇总';
comment on column indicator.region_count.key is '指标代码，如 elder.total';
comment on column indicator.region_count.source is '来自哪一类记录，如 elder';

create table indicator.source (
  name text primary key,
  as_of timestamptz not null,
  business_day date not null,
  millis bigint not null
);
comment on table indicator.source is '每类记录最近一次汇总的时刻、所按的业务日期与用时';

create table indicator.day_start (
  region_code text not null,
  key text not null,
  day date not null,
  n bigint not null,
  primary key (region_code, key, day)
);
comment on table indicator.day_start is '每日开始时的计数（市、县区、镇街），用于与当天比较';
