-- Why: the decision room counts elders without reading our tables; no names, no identifiers. Locks: none (view).
create or replace view elder.v_elder_fact as
select region_code, sex, birth_on, living_situation, economic_status, ability_level, ability_valid_until
from elder.elder where status not in ('MOVED', 'DECEASED');
comment on view elder.v_elder_fact is '在册老人的统计事实（供决策中心计数，不含姓名与证件）';
