-- Why: a case was completed at 运行评估, with settlement, payment and the elder's word on it (M260) still to come. Completed means paid and felt; other reasons close as before. Cases closed
-- already stay as they are. Locks: none (a function replaced).
create or replace function intake.refuse_closing_without_feedback() returns trigger language plpgsql as $$
declare last_served date;
declare wanted text;
begin
  if old.closed_at is not null then
    if new.closed_at is distinct from old.closed_at or new.closure is distinct from old.closure or new.step is distinct from old.step or new.month is distinct from old.month then
      raise exception 'a closed care case stays closed' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if new.closed_at is null then return new; end if;
  select max(v.month) into last_served from intake.case_step v where v.case_id = new.id and v.step = 'VISITED' and v.kind = 'REACHED'
    and not exists (select from intake.case_step f where f.case_id = v.case_id and f.step = v.step and f.month = v.month and f.source = v.source and f.turn = v.turn and f.kind = 'FELL_BACK');
  if last_served is null then return new; end if;
  foreach wanted in array case when new.closure = 'COMPLETED' then array['FELT', 'PAID'] else array['FELT'] end loop
    if not exists (
        select from intake.case_step v where v.case_id = new.id and v.step = wanted and v.month = last_served and v.kind = 'REACHED'
          and not exists (select from intake.case_step f where f.case_id = v.case_id and f.step = v.step and f.month = v.month and f.source = v.source and f.turn = v.turn and f.kind = 'FELL_BACK')) then
      raise exception 'a care case with services closes only after the % of its last month', case wanted when 'PAID' then 'payment' else 'feedback' end using errcode = 'restrict_violation';
    end if;
  end loop;
  return new;
end $$;
drop trigger care_case_closes_with_feedback on intake.care_case;
create trigger care_case_closes_with_feedback before update of closed_at, closure, step, month on intake.care_case for each row execute function intake.refuse_closing_without_feedback();
