-- Why: a carer who is ill or leaves early takes their shifts with them; dispatch then proposes who goes instead (issue 3). Locks: none (new table).
create table workforce.absence (
  id uuid primary key,
  carer_id uuid not null references workforce.carer,
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  reason text not null check (reason in ('ILLNESS', 'LEAVES_EARLY', 'LEAVE', 'TRAINING', 'OTHER')),
  note text check (char_length(note) between 1 and 200),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  exclude using gist (carer_id with =, tstzrange(from_at, to_at) with &&) where (withdrawn_at is null)
);
comment on table workforce.absence is '护理员缺勤：病假、早退、请假、培训；期间的班次不再派单';
comment on column workforce.absence.to_at is '不含';
comment on column workforce.absence.withdrawn_at is '撤销时间：登记错了，或人回来了';
