-- Why: the decision room counts care workers and valid certificates without reading our tables. Locks: none (view).
create or replace view workforce.v_carer_fact as
select c.region_code, c.part_time, (select max(t.last_day) from workforce.certificate t where t.carer_id = c.id) as certified_through
from workforce.carer c where c.active;
comment on view workforce.v_carer_fact is '在岗护理员的统计事实：certified_through 为证书有效期末日（含当日）';
