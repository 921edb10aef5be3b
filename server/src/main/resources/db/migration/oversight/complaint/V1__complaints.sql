-- Why: complaints about visits and providers, answered and decided in time; founded ones feed the provider's score (M277). Locks: none (new tables).
create schema if not exists complaint;

create table complaint.complaint (
  id uuid primary key,
  number bigint generated always as identity unique,
  elder_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  visit_id uuid,
  provider_id uuid,
  kind text not null check (kind in ('NOT_COME', 'LATE', 'ATTITUDE', 'QUALITY', 'CHARGE', 'SAFETY', 'OTHER')),
  channel text not null check (channel in ('SELF', 'VISIT', 'HOTLINE', 'CALL_BACK')),
  words text not null check (char_length(words) between 4 and 1000),
  status text not null check (status in ('RECEIVED', 'ASSIGNED', 'ANSWERED', 'CLOSED', 'WITHDRAWN')),
  received_at timestamptz not null,
  received_by uuid not null,
  received_name text not null,
  received_role text not null,
  on_behalf boolean not null,
  answer_due_on date,
  answer text,
  answered_at timestamptz,
  founded boolean,
  decision_reason text,
  decided_by uuid,
  decided_at timestamptz,
  version bigint not null default 0,
  check (status in ('RECEIVED', 'WITHDRAWN') or (provider_id is not null and answer_due_on is not null)),
  check (status <> 'ANSWERED' or answer is not null),
  check ((status = 'CLOSED') = (founded is not null and decided_at is not null))
);
comment on table complaint.complaint is '投诉';
comment on column complaint.complaint.on_behalf is '工作人员代老人或家属登记';
comment on column complaint.complaint.answer_due_on is '服务商答复期限（含当日）';
comment on column complaint.complaint.founded is '县区认定：真为属实';
create index complaint_region on complaint.complaint (region_code, status, received_at);
create index complaint_provider on complaint.complaint (provider_id, status, decided_at) where provider_id is not null;
create index complaint_elder on complaint.complaint (elder_id, received_at);
create index complaint_due on complaint.complaint (answer_due_on) where status = 'ASSIGNED';
-- One open complaint of a kind about one visit: a second tap or a second call joins the first.
create unique index complaint_open on complaint.complaint (visit_id, kind) where visit_id is not null and status in ('RECEIVED', 'ASSIGNED', 'ANSWERED');

create table complaint.step (
  id bigint generated always as identity primary key,
  complaint_id uuid not null references complaint.complaint on delete cascade,
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  by_role text not null,
  from_status text,
  to_status text not null,
  words text
);
comment on table complaint.step is '投诉办理过程（只增不改）';
create index step_complaint on complaint.step (complaint_id, id);
