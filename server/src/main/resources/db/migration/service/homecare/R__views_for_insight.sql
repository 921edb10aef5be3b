-- Why: the decision room counts visits and confirmed money without reading our tables; no person is named. Locks: none (view).
create or replace view homecare.v_visit_fact as select region_code, day, status, provider_id, public_fen, voucher_fen, elder_fen from homecare.visit;
comment on view homecare.v_visit_fact is '上门服务的统计事实（供决策中心计数）；金额为分，已确认的为冻结值';
create or replace view homecare.v_contact as select elder_id, service, day from homecare.visit where checked_out_at is not null and status <> 'REJECTED';
comment on view homecare.v_contact is '确实上了门的服务（已签退、未被否定），供按人统计接触次数';
