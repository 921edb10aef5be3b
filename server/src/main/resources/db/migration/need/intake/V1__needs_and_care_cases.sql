-- Why: needs, the care cases they open, and every step a case has reached. Locks: none (new tables).
create schema if not exists intake;

create table intake.care_case (
  id uuid primary key,
  number bigint generated always as identity (start with 100001) unique,
  elder_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  opened_at timestamptz not null,
  own_done integer not null,
  month date check (extract(day from month) = 1),
  month_done integer not null default 0,
  ever_done integer not null,
  step text not null check (step in ('NEED', 'ASSESSED', 'ELIGIBLE', 'PLANNED', 'ORDERED', 'MATCHED', 'DISPATCHED', 'VISITED', 'VERIFIED', 'EVALUATED', 'SETTLED', 'PAID', 'FELT')),
  step_since timestamptz not null,
  due_on date,
  provider_id uuid,
  served_through date check (extract(day from served_through) = 1),
  ending text check (ending in ('MOVED', 'DECEASED')),
  closed_at timestamptz,
  closure text check (closure in ('COMPLETED', 'WITHDRAWN', 'REFUSED', 'MOVED', 'DECEASED')),
  version bigint not null default 0,
  check ((closed_at is null) = (closure is null)),
  check (closure <> 'COMPLETED' or served_through is not null),
  -- The monthly steps have their month, the case's own have none.
  check ((month is null) = (step in ('NEED', 'ASSESSED', 'ELIGIBLE', 'PLANNED')))
);
comment on table intake.care_case is '服务案例：一位老人从需求登记到效果反馈的一条线';
comment on column intake.care_case.own_done is '已完成的前四个环节（按位：1 登记 2 评估 4 资格 8 计划）';
comment on column intake.care_case.month is '办理中的服务月份（当月一日）';
comment on column intake.care_case.month_done is '该月份已完成的环节（按位，从 16 = 生成工单 起）';
comment on column intake.care_case.ever_done is '任何月份曾经到达过的环节（按位），用于转化统计';
comment on column intake.care_case.step is '待办环节：最早的未完成环节';
comment on column intake.care_case.due_on is '待办环节的时限末日（含当日）；空为不限时';
comment on column intake.care_case.served_through is '最近一个有上门服务的月份；空为从未服务';
comment on column intake.care_case.ending is '老人迁出或去世，只等最后一次反馈即结案';

-- One open case of an elder, through whatever channel the needs come.
create unique index care_case_open on intake.care_case (elder_id) where closed_at is null;
create index care_case_elder on intake.care_case (elder_id, opened_at desc);
create index care_case_board on intake.care_case (region_code, step) include (step_since, due_on, provider_id, month) where closed_at is null;
create index care_case_step on intake.care_case (step, step_since) include (region_code) where closed_at is null;
create index care_case_due on intake.care_case (due_on, region_code) where closed_at is null;
create index care_case_reached on intake.care_case (region_code) include (ever_done, provider_id);
create index care_case_provider on intake.care_case (provider_id, step) where provider_id is not null;
create index care_case_month on intake.care_case (month) where closed_at is null;
create index care_case_opened on intake.care_case (opened_at desc, id);

create table intake.need (
  id uuid primary key,
  number bigint generated always as identity (start with 100001) unique,
  case_id uuid not null references intake.care_case,
  elder_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  captured_at timestamptz not null,
  channel text not null check (channel in ('SELF', 'FAMILY', 'VILLAGE', 'TOWN', 'COUNTY', 'HOTLINE', 'OUTREACH')),
  asked_by text not null check (asked_by in ('ELDER', 'FAMILY', 'NEIGHBOR', 'STAFF')),
  services text[] not null check (cardinality(services) between 1 and 30),
  urgency text not null check (urgency in ('ORDINARY', 'SOON', 'URGENT')),
  words text check (char_length(words) <= 1000),
  contact text not null check (contact in ('CALL_ELDER', 'CALL_FAMILY', 'VISIT')),
  supplement boolean not null default false,
  acted_by uuid not null,
  acted_role text not null,
  acted_role_name text not null,
  acted_name text not null,
  on_behalf boolean not null,
  place text not null,
  received_at timestamptz,
  received_by uuid,
  received_name text
);
comment on table intake.need is '需求登记单';
comment on column intake.need.services is '希望得到的服务（服务清单代码，按代码排序）';
comment on column intake.need.supplement is '同样的需求正在办理，作为补充登记';
comment on column intake.need.on_behalf is '由他人代老人登记';
comment on column intake.need.place is '登记地点：12位区划代码或文字';
comment on column intake.need.received_at is '工作人员受理时刻；工作人员当面登记的即时受理';
create index need_case on intake.need (case_id, captured_at);
create index need_elder on intake.need (elder_id, captured_at desc);
create index need_newest on intake.need (captured_at desc, id);
create index need_region on intake.need (region_code, captured_at desc);
create index need_waiting on intake.need (captured_at, region_code) where received_at is null;

create table intake.case_step (
  id bigint generated always as identity primary key,
  case_id uuid not null references intake.care_case,
  elder_id uuid not null,
  month date,
  step text not null,
  kind text not null check (kind in ('REACHED', 'FELL_BACK', 'MONTH_PASSED', 'ENDING', 'CLOSED')),
  source uuid not null,
  turn integer not null default 0,
  reached_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  acted_by uuid not null,
  acted_role text not null,
  acted_role_name text not null,
  acted_name text not null,
  on_behalf boolean not null,
  place text,
  reason text,
  provider_id uuid
);
comment on table intake.case_step is '案例环节流水：谁、何时、在哪里、为何到达或退回一个环节；只增不改';
comment on column intake.case_step.source is '证明该环节的记录：评估单、资格、计划、工单、上门记录、结算单、付款明细、评价';
comment on column intake.case_step.turn is '同一记录退回的次数，退回后可以再次到达';
-- Telling the same step twice is once.
create unique index case_step_once on intake.case_step (case_id, step, month, source, kind, turn) nulls not distinct;
create index case_step_timeline on intake.case_step (elder_id, reached_at desc, id desc);

create function intake.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'intake.% is kept as it is: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger case_step_is_append_only before update or delete on intake.case_step for each row execute function intake.refuse_change();
create trigger case_step_is_not_truncated before truncate on intake.case_step for each statement execute function intake.refuse_change();

-- No loop closes without feedback: the last month with a visit has its FELT step, whatever reason is given. A closed case stays closed.
create function intake.refuse_closing_without_feedback() returns trigger language plpgsql as $$
declare last_served date;
begin
  if old.closed_at is not null then
    if new.closed_at is distinct from old.closed_at or new.closure is distinct from old.closure then
      raise exception 'a closed care case stays closed' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if new.closed_at is null then return new; end if;
  select max(v.month) into last_served from intake.case_step v where v.case_id = new.id and v.step = 'VISITED' and v.kind = 'REACHED'
    and not exists (select from intake.case_step f where f.case_id = v.case_id and f.step = v.step and f.month = v.month and f.source = v.source and f.turn = v.turn and f.kind = 'FELL_BACK');
  if last_served is not null and not exists (
      select from intake.case_step v where v.case_id = new.id and v.step = 'FELT' and v.month = last_served and v.kind = 'REACHED'
        and not exists (select from intake.case_step f where f.case_id = v.case_id and f.step = v.step and f.month = v.month and f.source = v.source and f.turn = v.turn and f.kind = 'FELL_BACK')) then
    raise exception 'a care case with services closes only after the feedback of its last month' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger care_case_closes_with_feedback before update of closed_at, closure on intake.care_case for each row execute function intake.refuse_closing_without_feedback();
create trigger care_case_is_kept before delete on intake.care_case for each row execute function intake.refuse_change();
