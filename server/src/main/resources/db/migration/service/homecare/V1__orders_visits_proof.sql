-- Why: orders from plans, offers to providers, visits with their proof. Locks: none (new tables).
-- About 40,000 visits a week in a full city: every list has an index that begins with what its readers are bounded by.
create schema if not exists homecare;

create table homecare.service_order (
  id uuid primary key,
  number bigint generated always as identity unique,
  case_id uuid not null,
  plan_id uuid,
  plan_item_id uuid unique,
  elder_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  service text not null,
  weekdays int[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(weekdays) > 0),
  units int not null check (units > 0),
  window_from time not null,
  window_to time not null check (window_to > window_from),
  wished_provider uuid,
  wishes text,
  from_on date not null,
  to_on date check (to_on >= from_on),
  provider_id uuid,
  status text not null check (status in ('OPEN', 'OFFERED', 'ACCEPTED', 'UNMATCHED', 'ENDED')),
  status_since timestamptz not null,
  unmatched_reason text,
  candidates jsonb not null default '[]',
  ruling_id uuid,
  ordered_by uuid not null,
  ordered_role text not null,
  on_behalf boolean not null default false,
  reason text,
  ordered_at timestamptz not null,
  check (status <> 'ACCEPTED' or provider_id is not null)
);
comment on table homecare.service_order is '服务工单：计划中的一项服务，或一次性的求助';
comment on column homecare.service_order.weekdays is '1 星期一 … 7 星期日';
comment on column homecare.service_order.to_on is '不含当日，空为至计划结束';
comment on column homecare.service_order.candidates is '最近一次匹配的候选服务商、得分、理由与排除原因';
create index service_order_region on homecare.service_order (region_code, status, ordered_at);
create index service_order_provider on homecare.service_order (provider_id, status) where provider_id is not null;
create index service_order_elder on homecare.service_order (elder_id, ordered_at);
create index service_order_plan on homecare.service_order (plan_id);
create index service_order_case on homecare.service_order (case_id);
create index service_order_waiting on homecare.service_order (status, status_since) where status in ('OPEN', 'OFFERED', 'UNMATCHED');

create table homecare.offer (
  order_id uuid not null references homecare.service_order on delete cascade,
  n int not null check (n > 0),
  round int not null check (round > 0),
  provider_id uuid not null,
  status text not null check (status in ('OPEN', 'ACCEPTED', 'REFUSED', 'EXPIRED', 'WITHDRAWN')),
  by_hand boolean not null default false,
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  reason text,
  primary key (order_id, n)
);
comment on table homecare.offer is '派给服务商的询问：接受、拒绝、到期、收回';
comment on column homecare.offer.round is '第几轮匹配：服务商退出后重新开始一轮，上一轮的拒绝不再算数';
-- One question at a time.
create unique index offer_open on homecare.offer (order_id) where status = 'OPEN';
create index offer_provider on homecare.offer (provider_id, status, expires_at);
create index offer_expiry on homecare.offer (expires_at) where status = 'OPEN';

create table homecare.visit (
  id uuid primary key,
  number bigint generated always as identity unique,
  order_id uuid not null references homecare.service_order,
  case_id uuid not null,
  elder_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  provider_id uuid not null,
  service text not null,
  service_name text not null,
  unit text not null,
  day date not null,
  units int not null check (units > 0),
  unit_minutes int not null check (unit_minutes > 0),
  timed boolean not null,
  crew int not null check (crew > 0),
  required_skill text,
  minimum_certificate int check (minimum_certificate between 1 and 5),
  window_from time not null,
  window_to time not null,
  wishes text,
  lng double precision,
  lat double precision,
  before_start jsonb not null default '[]',
  at_check_out jsonb not null default '[]',
  status text not null check (status in ('PLANNED', 'ASSIGNED', 'CHECKED_IN', 'CHECKED_OUT', 'NORMAL', 'ABNORMAL', 'CONFIRMED', 'REJECTED', 'CANCELLED', 'MISSED')),
  status_since timestamptz not null,
  replaced boolean not null default false,
  planned_from timestamptz,
  planned_to timestamptz,
  fixed_by_hand boolean not null default false,
  checked_in_at timestamptz,
  checked_out_at timestamptz,
  last_received_at timestamptz,
  units_done int not null default 0 check (units_done between 0 and units),
  flags text[] not null default '{}',
  findings jsonb not null default '[]',
  sampled boolean not null default false,
  ruling_id uuid,
  evidence_digest text,
  price_fen bigint not null default 0,
  public_fen bigint not null default 0,
  voucher_fen bigint not null default 0,
  elder_fen bigint not null default 0,
  public_minutes int not null default 0,
  decided_at timestamptz,
  decided_by uuid,
  decision_reason text,
  rating_id uuid,
  version bigint not null default 0,
  check (public_fen + voucher_fen + elder_fen = price_fen),
  check (planned_to is null or planned_to > planned_from),
  check (checked_out_at is null or checked_out_at >= checked_in_at),
  check (status <> 'CONFIRMED' or (decided_at is not null and evidence_digest is not null))
);
comment on table homecare.visit is '一次上门服务';
comment on column homecare.visit.replaced is '因换服务商、老人住院等取消，同一天可以再排';
comment on column homecare.visit.timed is '按时间计（助餐按份计，不看时长）';
comment on column homecare.visit.price_fen is '价格与分担：下单时预留，确认时冻结（分）';
-- An order makes one visit a day, whoever makes visits, however often.
create unique index visit_order_day on homecare.visit (order_id, day) where not replaced;
create index visit_provider_day on homecare.visit (provider_id, day, id);
create index visit_region_day on homecare.visit (region_code, day);
create index visit_elder_day on homecare.visit (elder_id, day desc);
create index visit_day_open on homecare.visit (day, status) where status in ('PLANNED', 'ASSIGNED', 'CHECKED_IN', 'CHECKED_OUT', 'NORMAL');
create index visit_abnormal on homecare.visit (region_code, status_since) where status = 'ABNORMAL';
create index visit_case on homecare.visit (case_id);

create table homecare.visit_carer (
  visit_id uuid not null references homecare.visit on delete cascade,
  carer_id uuid not null,
  place int not null,
  planned tstzrange,
  active boolean not null default true,
  primary key (visit_id, carer_id),
  -- One carer is in one place at a time.
  exclude using gist (carer_id with =, planned with &&) where (active and planned is not null)
);
comment on table homecare.visit_carer is '谁去上门；同一护理员同一时间只能在一处';
create index visit_carer_carer on homecare.visit_carer (carer_id, visit_id) where active;

create table homecare.visit_event (
  id uuid primary key,
  visit_id uuid not null references homecare.visit on delete cascade,
  kind text not null check (kind in ('CHECK_IN', 'CHECK_OUT', 'ITEM', 'VITALS', 'NOTE', 'PHOTO', 'SIGNATURE', 'CONCERN')),
  seq int not null,
  carer_id uuid not null,
  account_id uuid not null,
  device_at timestamptz not null,
  at timestamptz not null,
  received_at timestamptz not null,
  method text check (method in ('POSITION', 'QR', 'NO_POSITION')),
  lng double precision,
  lat double precision,
  accuracy_m double precision,
  card_valid boolean,
  file_id uuid,
  file_digest text,
  body jsonb not null,
  late boolean not null default false
);
comment on table homecare.visit_event is '护理员手机上的每一个动作，只增不改；两人记同一件事，两份都留';
comment on column homecare.visit_event.at is '认定的发生时间：设备时间，晚于收到时间的按收到时间';
comment on column homecare.visit_event.late is '签退之后才到的补充，不进入凭证摘要';
create index visit_event_visit on homecare.visit_event (visit_id, at, seq);
create index visit_event_file on homecare.visit_event (file_id) where file_id is not null;
create index visit_event_digest on homecare.visit_event (file_digest) where file_digest is not null;
create index visit_event_carer_signed on homecare.visit_event (carer_id, at) where kind = 'SIGNATURE';

create table homecare.visit_step (
  id bigint generated always as identity primary key,
  visit_id uuid not null references homecare.visit on delete cascade,
  from_status text,
  to_status text not null,
  at timestamptz not null,
  by_account uuid not null,
  by_role text not null,
  on_behalf boolean not null default false,
  reason text
);
create index visit_step_visit on homecare.visit_step (visit_id, id);
comment on table homecare.visit_step is '上门服务的经过';

create table homecare.rating (
  id uuid primary key,
  visit_id uuid not null unique references homecare.visit,
  elder_id uuid not null,
  region_code text not null,
  provider_id uuid not null,
  service_month date not null,
  stars int not null check (stars between 1 and 5),
  words text,
  low boolean not null,
  by_account uuid not null,
  by_role text not null,
  on_behalf boolean not null,
  rated_at timestamptz not null
);
create index rating_provider_month on homecare.rating (provider_id, service_month);
comment on table homecare.rating is '老人评价，一次上门一次';

create table homecare.elder_card (
  elder_id uuid primary key,
  version int not null default 1,
  pin_mac bytea,
  pin_set_at timestamptz,
  pin_set_by uuid,
  pin_failed int not null default 0,
  pin_locked_on date,
  beware text
);
comment on table homecare.elder_card is '老人码的版本、签字密码（带密钥的摘要）、上门注意事项';

create table homecare.contact_opened (
  carer_id uuid not null,
  elder_id uuid not null,
  day date not null,
  primary key (carer_id, elder_id, day)
);
comment on table homecare.contact_opened is '护理员当日可见的老人电话与住址，每日每人记一次审计';

create table homecare.sample_run (
  day date primary key,
  seed bigint not null,
  share numeric not null,
  looked_at int not null default 0,
  sampled int not null default 0
);
comment on table homecare.sample_run is '随机抽样的种子与比例：可以重放';
