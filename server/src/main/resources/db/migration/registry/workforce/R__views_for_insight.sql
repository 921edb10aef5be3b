-- Why: the decision room counts care workers and valid certificates without reading our tables. Locks: none (view).
drop view if exists workforce.v_carer_fact;
create view workforce.v_carer_fact as
select c.region_code, c.part_time, c.left_on, (select range_agg(t.during) from workforce.certificate t where t.carer_id = c.id) as certified
from workforce.carer c where c.active;
comment on view workforce.v_carer_fact is '护理员的统计事实：left_on 为离职日（当天起不再上班，空为在岗），certified 为各证书的有效期';
