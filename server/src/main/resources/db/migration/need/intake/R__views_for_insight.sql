-- Why: the decision room counts cases and needs without reading our tables; no elder is named. Locks: none (views).
create or replace view intake.v_case_fact as select region_code, step, due_on, opened_at, closed_at, closure from intake.care_case;
create or replace view intake.v_need_fact as select region_code, channel, urgency, captured_at, received_at from intake.need;
comment on view intake.v_case_fact is '服务案例的统计事实（供决策中心计数）';
comment on view intake.v_need_fact is '需求登记单的统计事实（供决策中心计数）';
