-- Why: what the rules propose for an elder, what a person granted, and what of it is left in each month.
create schema if not exists eligibility;

create table eligibility.proposal (
  id uuid primary key,
  version bigint not null default 1 check (version > 0),
  elder_id uuid not null,
  region_code text not null check (region_code ~ '^[0-9]{12}$'),
  case_id uuid,
  status text not null check (status in ('PROPOSED', 'UNDECIDABLE', 'UNCHANGED', 'CONFIRMED', 'RETURNED', 'SUPERSEDED')),
  conclusion text not null check (conclusion in ('GRANT', 'NOTHING', 'UNDECIDABLE')),
  cause text not null,
  from_on date not null,
  to_on date,
  minutes_per_month integer not null check (minutes_per_month >= 0),
  voucher_cap_fen bigint not null check (voucher_cap_fen >= 0),
  voucher_rate_permille integer not null check (voucher_rate_permille between 0 and 1000),
  benefits jsonb not null,
  facts jsonb not null,
  figures jsonb not null,
  ruling_id uuid not null,
  computed_at timestamptz not null,
  computed_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_role text,
  reason text,
  check (to_on is null or to_on > from_on),
  check ((status in ('CONFIRMED', 'RETURNED')) <= (decided_at is not null and decided_by is not null and decided_role is not null)),
  check (status <> 'RETURNED' or reason is not null),
  check (status <> 'CONFIRMED' or conclusion <> 'UNDECIDABLE')
);
comment on table eligibility.proposal is '资格测算：每次测算一行，含结论为“没有”的；确认或退回由人作出';
comment on column eligibility.proposal.region_code is '测算时老人所在的12位区划代码';
comment on column eligibility.proposal.to_on is '拟给待遇的终止日（不含当日）；空=到变更为止';
comment on column eligibility.proposal.benefits is '每项待遇的结论、各条规则的说明与差距';
create unique index proposal_one_open on eligibility.proposal (elder_id) where status in ('PROPOSED', 'UNDECIDABLE', 'RETURNED');
create index proposal_by_elder on eligibility.proposal (elder_id, computed_at desc);
create index proposal_by_region on eligibility.proposal (region_code, status, computed_at);
create index proposal_waiting on eligibility.proposal (computed_at) where status = 'PROPOSED';

create table eligibility.entitlement (
  id uuid primary key,
  elder_id uuid not null,
  region_code text not null check (region_code ~ '^[0-9]{12}$'),
  from_on date not null,
  to_on date,
  period daterange generated always as (daterange(from_on, to_on)) stored,
  minutes_per_month integer not null check (minutes_per_month >= 0),
  voucher_cap_fen bigint not null check (voucher_cap_fen >= 0),
  voucher_rate_permille integer not null check (voucher_rate_permille between 0 and 1000),
  ruling_id uuid not null,
  proposal_id uuid not null unique references eligibility.proposal (id),
  granted_at timestamptz not null,
  granted_by uuid not null,
  check (to_on is null or to_on > from_on),
  check (minutes_per_month > 0 or voucher_cap_fen > 0),
  constraint entitlement_one_at_a_time unique (elder_id, period without overlaps)
);
comment on table eligibility.entitlement is '已确认的待遇；同一老人的期间不得重叠';
comment on column eligibility.entitlement.to_on is '终止日（不含当日）；空=到变更为止';
create index entitlement_by_region on eligibility.entitlement (region_code, from_on);

create table eligibility.entitlement_withdrawn (
  id uuid primary key,
  elder_id uuid not null,
  from_on date not null,
  to_on date,
  minutes_per_month integer not null,
  voucher_cap_fen bigint not null,
  voucher_rate_permille integer not null,
  ruling_id uuid not null,
  proposal_id uuid not null references eligibility.proposal (id),
  granted_at timestamptz not null,
  granted_by uuid not null,
  withdrawn_at timestamptz not null,
  reason text not null
);
comment on table eligibility.entitlement_withdrawn is '一天也没有生效就被新决定取代的待遇';

create table eligibility.month_balance (
  elder_id uuid not null,
  month date not null check (extract(day from month) = 1),
  region_code text not null check (region_code ~ '^[0-9]{12}$'),
  granted_minutes integer not null default 0 check (granted_minutes >= 0),
  reserved_minutes integer not null default 0 check (reserved_minutes >= 0),
  used_minutes integer not null default 0 check (used_minutes >= 0),
  voucher_cap_fen bigint not null default 0 check (voucher_cap_fen >= 0),
  voucher_reserved_fen bigint not null default 0 check (voucher_reserved_fen >= 0),
  voucher_used_fen bigint not null default 0 check (voucher_used_fen >= 0),
  primary key (elder_id, month),
  constraint minutes_within_grant check (reserved_minutes + used_minutes <= granted_minutes),
  constraint voucher_within_cap check (voucher_reserved_fen + voucher_used_fen <= voucher_cap_fen)
);
comment on table eligibility.month_balance is '每位老人每个自然月的额度：给了多少、已预留、已使用';

create table eligibility.reservation (
  visit_id uuid primary key,
  elder_id uuid not null,
  month date not null,
  service_on date not null,
  service text not null,
  units integer not null check (units > 0),
  units_done integer check (units_done between 0 and units),
  unit_price_fen bigint not null check (unit_price_fen >= 0),
  unit_minutes integer not null check (unit_minutes >= 0),
  status text not null check (status in ('RESERVED', 'USED', 'RELEASED')),
  price_fen bigint not null check (price_fen >= 0),
  public_fen bigint not null check (public_fen >= 0),
  voucher_fen bigint not null check (voucher_fen >= 0),
  elder_fen bigint not null check (elder_fen >= 0),
  public_minutes integer not null check (public_minutes >= 0),
  voucher_rate_permille integer not null check (voucher_rate_permille between 0 and 1000),
  foreign key (elder_id, month) references eligibility.month_balance (elder_id, month),
  constraint shares_add_up check (public_fen + voucher_fen + elder_fen = price_fen),
  check (extract(day from month) = 1 and date_trunc('month', service_on) = month),
  check ((status = 'USED') = (units_done is not null))
);
comment on table eligibility.reservation is '一次上门占用的额度与费用分担；每次上门只计一次';
comment on column eligibility.reservation.unit_minutes is '每单位计入时数的分钟；不计时数的服务为0';
create index reservation_by_month on eligibility.reservation (elder_id, month);
