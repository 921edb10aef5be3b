-- Why: a carer who leaves takes her shifts with her from a day on, and dispatch proposes who goes instead; closing her account alone left her visits standing. Locks: short (carer), new nullable columns.
alter table workforce.carer add column left_on date;
alter table workforce.carer add column leaving_at timestamptz;
alter table workforce.carer add column leaving_by uuid;
alter table workforce.carer add constraint carer_leaving check ((left_on is null) = (leaving_at is null) and (left_on is null) = (leaving_by is null));
comment on column workforce.carer.left_on is '离职日：从这一天（含）起不再上班，空为在职';
comment on column workforce.carer.leaving_at is '登记离职的时间';
