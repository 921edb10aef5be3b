-- Why: the decision room counts visits and confirmed money without reading our tables; no person is named. Locks: none (view).
create or replace view homecare.v_visit_fact as select region_code, day, status, provider_id, public_fen, voucher_fen, elder_fen from homecare.visit;
comment on view homecare.v_visit_fact is '上门服务的统计事实（供决策中心计数）；金额为分，已确认的为冻结值';
