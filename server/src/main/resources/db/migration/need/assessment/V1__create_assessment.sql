-- Why: the ability assessment with its whole life, its history and the assessors' declared relatives. Locks: none (new tables).
create schema if not exists assessment;

create table assessment.assessment (
  id uuid primary key,
  number bigint generated always as identity unique,
  version bigint not null,
  elder_id uuid not null,
  region_code text not null check (region_code ~ '^[0-9]{12}$'),
  reason text not null check (reason in ('FIRST', 'ROUTINE', 'IMMEDIATE', 'RE_REVIEW', 'OTHER')),
  reviews uuid references assessment.assessment (id),
  requested_by uuid not null,
  requested_at timestamptz not null,
  status text not null check (status in ('REQUESTED', 'SCHEDULED', 'STARTED', 'SIGNED', 'IN_PUBLICITY', 'OBJECTED',
    'EFFECTIVE', 'EXPIRED', 'SUPERSEDED', 'WITHDRAWN')),
  first_assessor uuid,
  second_assessor uuid,
  planned_at timestamptz,
  place text,
  base_on date,
  signatures jsonb not null default '[]',
  grading jsonb,
  final_level text check (final_level in ('INTACT', 'MILD', 'MODERATE', 'SEVERE', 'COMPLETE')),
  ruling_id uuid,
  public_from date,
  public_to date,
  effective_on date,
  valid_until date,
  superseded_by uuid references assessment.assessment (id),
  check (first_assessor <> second_assessor),
  check ((first_assessor is null) = (second_assessor is null) and (first_assessor is null) = (planned_at is null)),
  check ((reason = 'RE_REVIEW') or reviews is null),
  check ((grading is null) = (ruling_id is null) and (grading is null) = (public_to is null) and (grading is null) = (final_level is null)),
  check (status not in ('IN_PUBLICITY', 'OBJECTED', 'EFFECTIVE', 'EXPIRED') or grading is not null),
  check (status not in ('EFFECTIVE', 'EXPIRED') or (effective_on is not null and valid_until >= effective_on))
);
comment on table assessment.assessment is '老年人能力评估（GB/T 42195-2022）';
comment on column assessment.assessment.number is '评估编号（流水号）';
comment on column assessment.assessment.region_code is '提出时老人所在的12位区划代码：数据范围与适用参数的地区';
comment on column assessment.assessment.reviews is '复评所针对的、被提出异议的评估';
comment on column assessment.assessment.base_on is '评估基准日期';
comment on column assessment.assessment.public_to is '公示结束日（不含当日）';
comment on column assessment.assessment.valid_until is '等级有效的最后一天（含当日）';

-- One assessment in work and one level in effect for each elder.
create unique index assessment_one_open on assessment.assessment (elder_id)
  where status in ('REQUESTED', 'SCHEDULED', 'STARTED', 'SIGNED', 'IN_PUBLICITY');
create unique index assessment_one_effective on assessment.assessment (elder_id) where status = 'EFFECTIVE';
create index assessment_by_elder on assessment.assessment (elder_id, effective_on);
create index assessment_by_region on assessment.assessment (region_code, status);
create index assessment_by_publicity on assessment.assessment (public_to) where status = 'IN_PUBLICITY';
create index assessment_by_validity on assessment.assessment (valid_until) where status = 'EFFECTIVE';
create index assessment_by_first_assessor on assessment.assessment (first_assessor, status);
create index assessment_by_second_assessor on assessment.assessment (second_assessor, status);

create table assessment.draft (
  assessment_id uuid primary key references assessment.assessment (id),
  version bigint not null check (version > 0),
  answers jsonb not null,
  tables jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null
);
comment on table assessment.draft is '评估表内容：填写中整份保存，签名后即为被签内容';

create table assessment.transition (
  id bigint generated always as identity primary key,
  assessment_id uuid not null references assessment.assessment (id),
  from_status text,
  to_status text not null,
  actor uuid not null,
  at timestamptz not null,
  place text,
  reason text
);
comment on table assessment.transition is '评估的每一步：谁、何时、何地、为何；只增不改';
create index transition_by_assessment on assessment.transition (assessment_id, id);

create function assessment.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'assessment.transition is append-only: % refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger transition_is_append_only before update or delete on assessment.transition
  for each row execute function assessment.refuse_change();

create table assessment.assessor_relative (
  account_id uuid not null,
  elder_id uuid not null,
  primary key (account_id, elder_id)
);
comment on table assessment.assessor_relative is '评估员声明的亲属关系（须回避）';
