-- Why: a county's week is planned for all its providers at once; a changed day gets a proposal of repair that a person accepts (issue 3). Locks: short ones on dispatch.plan and dispatch.change (new nullable column, wider checks).
create table dispatch.week_run (
  id uuid primary key,
  region_code text not null check (region_code ~ '^[0-9]{6}000000$'),
  from_on date not null,
  days int not null check (days between 1 and 14),
  fresh boolean not null,
  origin text not null check (origin in ('NIGHTLY', 'BY_HAND')),
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  attempts int not null default 0,
  planner text not null,
  seconds_limit int not null check (seconds_limit > 0),
  requested_at timestamptz not null,
  requested_by uuid not null,
  started_at timestamptz,
  ended_at timestamptz,
  providers int,
  carers int,
  visits int,
  search_seconds double precision,
  score jsonb,
  standing jsonb,
  planned jsonb,
  drafts int,
  overtaken int,
  fault text,
  check ((state = 'WAITING') = (started_at is null)),
  check ((state in ('DONE', 'FAILED')) = (ended_at is not null)),
  check (state <> 'DONE' or (score is not null and standing is not null and planned is not null)),
  check ((state = 'FAILED') = (fault is not null))
);
-- One run of a county at a time.
create unique index week_run_open on dispatch.week_run (region_code) where state in ('WAITING', 'RUNNING');
create index week_run_by_region on dispatch.week_run (region_code, requested_at desc);
comment on table dispatch.week_run is '周排班：一个县区全部服务商的一周一起排，结果是各服务商各天的草稿';
comment on column dispatch.week_run.region_code is '县区：数据范围';
comment on column dispatch.week_run.fresh is '真：已告知但未锁定、未冻结的单也可改动';
comment on column dispatch.week_run.score is '引擎的得分，各项分开（运行中为目前最好）';
comment on column dispatch.week_run.standing is '排之前的各项数字';
comment on column dispatch.week_run.planned is '排之后的各项数字';
comment on column dispatch.week_run.overtaken is '计算期间被人改动因而不再采用的服务商日数';

alter table dispatch.plan add column week_run_id uuid references dispatch.week_run (id);
create index plan_by_week_run on dispatch.plan (week_run_id) where week_run_id is not null;
comment on column dispatch.plan.week_run_id is '所属周排班；单独排的为空';

create table dispatch.repair (
  id uuid primary key,
  provider_id uuid not null,
  region_code text not null check (region_code ~ '^[0-9]{12}$'),
  day date not null,
  cause text not null check (cause in ('ABSENCE', 'URGENT', 'CANCELLATION', 'LATE', 'OTHER')),
  carer_id uuid,
  visit_id uuid,
  note text,
  state text not null check (state in ('PROPOSED', 'ACCEPTED', 'REJECTED', 'SUPERSEDED')),
  last_change_id uuid,
  extra_minutes int not null,
  moved int not null check (moved >= 0),
  search_millis int not null check (search_millis >= 0),
  made_at timestamptz not null,
  made_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  change_id uuid references dispatch.change (id),
  check ((state = 'PROPOSED') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check ((state = 'ACCEPTED') = (change_id is not null))
);
create unique index repair_one_open on dispatch.repair (provider_id, day) where state = 'PROPOSED';
create index repair_by_day on dispatch.repair (provider_id, day, made_at desc);
create index repair_open on dispatch.repair (day) where state = 'PROPOSED';
comment on table dispatch.repair is '当天有变时的调整建议：护理员缺勤、临时加单、取消、迟到；由人采纳或不采纳';
comment on column dispatch.repair.last_change_id is '提出时当天最近一次变动：之后再有变动，建议作废';
comment on column dispatch.repair.extra_minutes is '途中时间增减（分钟）';
comment on column dispatch.repair.moved is '被移动的其他单数';

create table dispatch.repair_visit (
  repair_id uuid not null references dispatch.repair (id) on delete cascade,
  visit_id uuid not null,
  role text not null check (role in ('MOVED', 'PLACED', 'LOST', 'SHIFTED')),
  before_carers uuid[] not null,
  before_from time,
  before_locked boolean not null,
  after_carers uuid[] not null,
  after_from time,
  primary key (repair_id, visit_id),
  check ((cardinality(before_carers) = 0) = (before_from is null) and (cardinality(after_carers) = 0) = (after_from is null))
);
comment on table dispatch.repair_visit is '建议中的一单：原来谁几点，建议谁几点';
comment on column dispatch.repair_visit.role is 'MOVED 换人或移动较多，SHIFTED 小幅移动，PLACED 新排上，LOST 无人可派';

alter table dispatch.change drop constraint change_kind_check;
alter table dispatch.change add constraint change_kind_check check (kind in ('PUBLICATION', 'ASSIGNMENT', 'REMOVAL', 'REVERSAL', 'REPAIR'));
