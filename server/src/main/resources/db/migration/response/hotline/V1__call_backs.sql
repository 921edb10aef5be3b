-- Why: abnormal and sampled visits are called back before anything is settled (M258, M276). Locks: none (new tables).
create schema if not exists hotline;

create table hotline.call_back (
  id uuid primary key,
  number bigint generated always as identity unique,
  visit_id uuid not null,
  elder_id uuid not null,
  provider_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  service_day date not null,
  normal boolean not null,
  flags text[] not null default '{}',
  status text not null check (status in ('OPEN', 'WITH_OFFICER', 'DONE')),
  opened_at timestamptz not null,
  due_on date not null,
  next_try_at timestamptz,
  claimed_by uuid,
  claimed_name text,
  claimed_until timestamptz,
  attempts int not null default 0 check (attempts >= 0),
  result text check (result in ('CONFIRMED_SERVICE', 'NOT_DONE', 'PARTLY', 'CANNOT_REACH', 'DECIDED_OTHERWISE')),
  answers jsonb not null default '{}',
  note text,
  result_by uuid,
  result_name text,
  result_at timestamptz,
  confirmed boolean,
  decision_reason text,
  decided_by uuid,
  decided_name text,
  decided_role text,
  decided_at timestamptz,
  version bigint not null default 0,
  check ((claimed_by is null) = (claimed_until is null)),
  check (status = 'OPEN' or result is not null),
  check ((status = 'DONE') = (confirmed is not null and decided_at is not null))
);
comment on table hotline.call_back is '回访任务：异常单与抽样单，每次上门至多一个';
comment on column hotline.call_back.normal is '规则核验结论：真为正常单（抽样回访），假为异常单';
comment on column hotline.call_back.due_on is '回访完成期限（含当日）';
comment on column hotline.call_back.claimed_until is '领取到期时刻（系统时间），到期后他人可领取';
comment on column hotline.call_back.answers is '脚本问题的回答：问题键 → 选项键、时间或文字';
comment on column hotline.call_back.confirmed is '裁定：真为服务成立，假为不成立';
-- One visit, one call-back, however often the news arrives.
create unique index call_back_visit on hotline.call_back (visit_id);
create index call_back_queue on hotline.call_back (region_code, due_on) where status = 'OPEN';
create index call_back_officer on hotline.call_back (region_code, result_at) where status = 'WITH_OFFICER';
create index call_back_region on hotline.call_back (region_code, status, due_on);
create index call_back_provider on hotline.call_back (provider_id, decided_at) where decided_at is not null;
create index call_back_elder on hotline.call_back (elder_id, opened_at);
create index call_back_claimed on hotline.call_back (claimed_by) where claimed_by is not null;

create table hotline.attempt (
  id bigint generated always as identity primary key,
  call_back_id uuid not null references hotline.call_back on delete cascade,
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  outcome text not null check (outcome in ('REACHED', 'NOT_REACHED', 'WRONG_NUMBER', 'REFUSED')),
  answered_by text check (answered_by in ('ELDER', 'FAMILY', 'OTHER')),
  note text,
  next_try_at timestamptz,
  check ((outcome = 'REACHED') = (answered_by is not null))
);
comment on table hotline.attempt is '每一次拨打';
create index attempt_call_back on hotline.attempt (call_back_id, id);
