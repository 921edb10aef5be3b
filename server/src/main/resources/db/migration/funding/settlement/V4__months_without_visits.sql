-- Why: a provider that works no more still has differences and debts to settle; a month without visits gets no score, so its statement needs none. Locks: settlement.statement for a moment (new column with
-- a constant default; a check is replaced, which reads the table once).
alter table settlement.statement add column served boolean not null default true;
comment on column settlement.statement.served is '本月有上门（取消的不算）；没有的只结更正与结转，不需要月度得分';

do $$
declare c text;
begin
  select conname into strict c from pg_constraint
  where conrelid = 'settlement.statement'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%score IS NOT NULL%';
  execute format('alter table settlement.statement drop constraint %I', c);
end $$;

-- M254: no score, no payment of the month's visits.
alter table settlement.statement add constraint statement_frozen_complete check (state = 'DRAFT' or (digest is not null and frozen_at is not null and frozen_by is not null
  and (score is not null and ruling_id is not null or not served and visits = 0)));
