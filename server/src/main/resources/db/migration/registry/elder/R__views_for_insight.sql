-- Why: the decision room counts elders without reading our tables; no names, no identifiers. Locks: none (view).
create or replace view elder.v_elder_fact as
select region_code, sex, birth_on, living_situation, economic_status, ability_level, ability_valid_until
from elder.elder where status not in ('MOVED', 'DECEASED');
comment on view elder.v_elder_fact is '在册老人的统计事实（供决策中心计数，不含姓名与证件）';
create or replace view elder.v_living_alone as
select id, region_code, birth_on from elder.elder where living_situation = 'ALONE' and status not in ('MOVED', 'DECEASED');
comment on view elder.v_living_alone is '在册独居老人（供按人统计的报表，不含姓名与证件；读者仍受数据范围约束）';
