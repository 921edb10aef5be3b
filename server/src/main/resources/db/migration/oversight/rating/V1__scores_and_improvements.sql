-- Why: the provider's month is scored, published, objected to, made final; payment waits for it (M254, M259, M277). Bad months and bad stars open improvement tasks (M260).
-- Locks: none (new tables).
create schema if not exists rating;

create table rating.score (
  id uuid primary key,
  provider_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  month date not null check (extract(day from month) = 1),
  status text not null check (status in ('PUBLISHED', 'OBJECTED', 'FINAL')),
  computed_at timestamptz not null,
  published_on date not null,
  objection_until date not null,
  public_until date not null,
  points numeric(5, 2) not null check (points between 0 and 100),
  passed boolean not null,
  revision int not null default 1 check (revision > 0),
  ruling_id uuid not null,
  final_on date,
  version bigint not null default 0,
  check ((status = 'FINAL') = (final_on is not null))
);
comment on table rating.score is '服务商月度评价';
comment on column rating.score.region_code is '服务商所在区划';
comment on column rating.score.month is '评价月份（当月第一天）';
comment on column rating.score.objection_until is '可提异议的最后一天（含当日）';
comment on column rating.score.public_until is '公示的最后一天（含当日）';
-- One score of one provider for one month, however often the job runs.
create unique index score_provider_month on rating.score (provider_id, month);
create index score_region_month on rating.score (region_code, month, points);
create index score_due on rating.score (public_until) where status = 'PUBLISHED';
create index score_objected on rating.score (region_code) where status = 'OBJECTED';

create table rating.revision (
  score_id uuid not null references rating.score on delete cascade,
  n int not null check (n > 0),
  computed_at timestamptz not null,
  points numeric(5, 2) not null check (points between 0 and 100),
  passed boolean not null,
  ruling_id uuid not null,
  primary key (score_id, n)
);
comment on table rating.revision is '每一次计算；更正是新的一次，原来的不改';

create table rating.part (
  score_id uuid not null,
  n int not null,
  part text not null check (part in ('PUNCTUALITY', 'COMPLETION', 'VERIFIED_CALL_BACKS', 'COMPLAINTS', 'SATISFACTION')),
  weight int not null check (weight >= 0),
  numerator int not null check (numerator >= 0),
  denominator int not null check (denominator >= numerator),
  met uuid[] not null default '{}',
  unmet uuid[] not null default '{}',
  primary key (score_id, n, part),
  foreign key (score_id, n) references rating.revision on delete cascade
);
comment on column rating.part.met is '计入得分的依据（上门；满意度为有评价的上门）';
comment on column rating.part.unmet is '失分的依据（上门；投诉一项为投诉）';

create table rating.objection (
  id uuid primary key,
  score_id uuid not null references rating.score on delete cascade,
  words text not null check (char_length(words) between 4 and 1000),
  filed_at timestamptz not null,
  filed_by uuid not null,
  filed_name text not null,
  upheld boolean,
  decision text,
  decided_at timestamptz,
  decided_by uuid,
  decided_name text,
  check ((upheld is null) = (decided_at is null))
);
comment on table rating.objection is '服务商对月度评价的异议与县区的处理';
create unique index objection_open on rating.objection (score_id) where decided_at is null;
create index objection_score on rating.objection (score_id, filed_at);

create table rating.objected (
  objection_id uuid not null references rating.objection on delete cascade,
  part text not null,
  subject_id uuid not null,
  corrected boolean not null default false,
  words text,
  primary key (objection_id, part, subject_id)
);
comment on table rating.objected is '异议所指的上门或投诉；corrected 为真即予以剔除，words 为理由';

create table rating.improvement (
  id uuid primary key,
  number bigint generated always as identity unique,
  cause text not null check (cause in ('LOW_RATING', 'LOW_SCORE')),
  source_id uuid not null,
  visit_id uuid,
  score_id uuid,
  elder_id uuid,
  stars int check (stars between 1 and 5),
  provider_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  status text not null check (status in ('OPEN', 'ANSWERED', 'CHECKED', 'CLOSED')),
  opened_at timestamptz not null,
  due_on date not null,
  measures text,
  done_on date,
  answered_at timestamptz,
  closed_at timestamptz,
  version bigint not null default 0,
  check (status = 'OPEN' or measures is not null),
  check ((status = 'CLOSED') = (closed_at is not null))
);
comment on table rating.improvement is '整改任务：老人低分评价，或月度评价不合格';
comment on column rating.improvement.source_id is '评价或月度评价的标识';
comment on column rating.improvement.done_on is '服务商完成整改的日期';
-- One task for one cause, however often the news arrives.
create unique index improvement_source on rating.improvement (cause, source_id);
create index improvement_provider on rating.improvement (provider_id, status, due_on);
create index improvement_region on rating.improvement (region_code, status, due_on);
create index improvement_elder on rating.improvement (elder_id) where elder_id is not null;

create table rating.improvement_step (
  id bigint generated always as identity primary key,
  improvement_id uuid not null references rating.improvement on delete cascade,
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  by_role text not null,
  from_status text,
  to_status text not null,
  words text
);
comment on table rating.improvement_step is '整改过程（只增不改）';
create index improvement_step_of on rating.improvement_step (improvement_id, id);
