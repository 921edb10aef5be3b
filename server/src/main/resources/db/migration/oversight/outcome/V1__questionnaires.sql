-- Why: after payment the elder says what the month was good for; a low score opens an improvement task (M260). Locks: none (new table).
create schema if not exists outcome;

create table outcome.questionnaire (
  id uuid primary key,
  number bigint generated always as identity (start with 100001) unique,
  case_id uuid not null,
  elder_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  month date not null check (extract(day from month) = 1),
  provider_id uuid,
  opened_at timestamptz not null,
  due_on date not null,
  answers jsonb,
  words text check (char_length(words) <= 1000),
  score numeric(5, 2) check (score between 0 and 100),
  low boolean,
  ruling_id uuid,
  answered_at timestamptz,
  answered_by uuid,
  answered_role text,
  answered_name text,
  on_behalf boolean,
  check ((answered_at is null) = (answers is null)),
  check ((answered_at is null) = (score is null)),
  check ((answered_at is null) = (low is null))
);
comment on table outcome.questionnaire is '效果问卷：一个服务案例的一个已拨付月份一份';
comment on column outcome.questionnaire.score is '得分 0-100';
comment on column outcome.questionnaire.on_behalf is '由工作人员或家属代老人回答';
-- One questionnaire of a case and month, however often the payment is told.
create unique index questionnaire_once on outcome.questionnaire (case_id, month);
create index questionnaire_region on outcome.questionnaire (region_code, month desc, opened_at desc);
create index questionnaire_elder on outcome.questionnaire (elder_id, month desc);
create index questionnaire_waiting on outcome.questionnaire (due_on, region_code) where answered_at is null;
create index questionnaire_provider on outcome.questionnaire (provider_id, month desc) where provider_id is not null;
