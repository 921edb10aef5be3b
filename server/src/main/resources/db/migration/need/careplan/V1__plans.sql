-- Why: weekly plans with their services, who accepted them and how.
create schema if not exists careplan;

create table careplan.plan (
  id uuid primary key,
  number bigint generated always as identity,
  version bigint not null default 1 check (version > 0),
  elder_id uuid not null,
  region_code text not null check (region_code ~ '^[0-9]{12}$'),
  case_id uuid not null,
  status text not null check (status in ('DRAFT', 'PROPOSED', 'CHANGE_WANTED', 'ACCEPTED', 'ENDED', 'WITHDRAWN')),
  from_on date not null,
  to_on date,
  own_share_accepted boolean not null default false,
  quote jsonb,
  change_wanted text,
  created_at timestamptz not null,
  created_by uuid not null,
  proposed_at timestamptz,
  proposed_by uuid,
  accepted_at timestamptz,
  accepted_by uuid,
  accepted_role text,
  accepted_on_behalf boolean,
  accepted_how text check (accepted_how in ('IN_APP', 'PHONE', 'IN_PERSON', 'SIGNED_PAPER')),
  accepted_place text,
  accepted_note text,
  ended_at timestamptz,
  end_reason text,
  check (to_on is null or to_on >= from_on),
  check ((status in ('ACCEPTED', 'ENDED')) = (accepted_at is not null)),
  check ((accepted_at is null) = (accepted_by is null) and (accepted_at is null) = (accepted_how is null) and (accepted_at is null) = (accepted_on_behalf is null)),
  check (status not in ('PROPOSED', 'CHANGE_WANTED', 'ACCEPTED', 'ENDED') or (proposed_at is not null and quote is not null)),
  check (status <> 'CHANGE_WANTED' or change_wanted is not null),
  check (status <> 'ENDED' or to_on is not null),
  -- Drafts and proposals may overlap; of accepted plans an elder has one on any day.
  constraint one_accepted_plan_per_elder_and_day
    exclude using gist (elder_id with =, daterange(from_on, to_on) with &&) where (status in ('ACCEPTED', 'ENDED'))
);
comment on table careplan.plan is '照护计划：每周服务安排，经老人或代理人确认后生效';
comment on column careplan.plan.to_on is '终止日（不含当日）；空=到变更为止；等于起始日=一天也没有执行';
comment on column careplan.plan.quote is '提交确认时的费用测算';
create unique index plan_one_open on careplan.plan (elder_id) where status in ('DRAFT', 'PROPOSED', 'CHANGE_WANTED');
create index plan_by_elder on careplan.plan (elder_id, from_on);
create index plan_by_region on careplan.plan (region_code, status, created_at);
create index plan_in_force on careplan.plan (from_on, to_on) where status in ('ACCEPTED', 'ENDED');
create index plan_waiting on careplan.plan (proposed_at) where status = 'PROPOSED';

create table careplan.item (
  id uuid primary key,
  plan_id uuid not null references careplan.plan (id) on delete cascade,
  position integer not null check (position >= 0),
  service text not null,
  weekdays integer[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  units integer not null check (units between 1 and 24),
  window_from time not null,
  window_to time not null,
  wished_provider uuid,
  wishes text,
  check (window_to > window_from)
);
comment on table careplan.item is '计划中的一项每周服务；weekdays 1=周一…7=周日';
create index item_by_plan on careplan.item (plan_id, position);

create table careplan.act (
  id bigint generated always as identity primary key,
  plan_id uuid not null references careplan.plan (id),
  act text not null check (act in ('CREATED', 'CHANGED', 'PROPOSED', 'ACCEPTED', 'CHANGE_WANTED', 'ENDED', 'WITHDRAWN')),
  acted_at timestamptz not null,
  acted_by uuid not null,
  acted_role text not null,
  on_behalf boolean not null,
  how text,
  place text,
  reason text
);
comment on table careplan.act is '计划的每一步：谁、何时、何地、为何、是否代办；只增不改';
create index act_by_plan on careplan.act (plan_id, id);
create function careplan.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'careplan.act is append-only: % refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger act_is_append_only before update or delete on careplan.act for each row execute function careplan.refuse_change();

create table careplan.to_plan (
  elder_id uuid primary key,
  region_code text not null check (region_code ~ '^[0-9]{12}$'),
  since timestamptz not null
);
comment on table careplan.to_plan is '待遇已确认、还没有提交计划的老人';
create index to_plan_by_region on careplan.to_plan (region_code, since);
