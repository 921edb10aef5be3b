-- Why: elders say whom they would like to come, and who is not sent again (preferred and refused pairs, issue 3). Locks: none (new table).
create table homecare.carer_wish (
  id uuid primary key,
  elder_id uuid not null,
  region_code text not null check (region_code ~ '^\d{12}$'),
  carer_id uuid not null,
  provider_id uuid not null,
  kind text not null check (kind in ('WANTED', 'REFUSED')),
  reason text check (length(reason) <= 200),
  said_by text not null check (said_by in ('ELDER', 'FAMILY')),
  said_at timestamptz not null,
  recorded_by uuid not null,
  recorded_role text not null,
  ended_at timestamptz check (ended_at >= said_at),
  ended_by uuid,
  check (kind = 'WANTED' or reason is not null)
);
comment on table homecare.carer_wish is '老人对护理员的意愿：希望谁来，不要谁再来；新的意愿结束旧的';
comment on column homecare.carer_wish.region_code is '登记时老人所在村社';
-- One wish in force for each pair, also when two people write it down at the same moment.
create unique index carer_wish_in_force on homecare.carer_wish (elder_id, carer_id) where ended_at is null;
