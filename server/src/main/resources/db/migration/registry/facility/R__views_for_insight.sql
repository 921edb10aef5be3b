-- Why: the decision room counts providers, places and beds without reading our tables. Locks: none (views).
create or replace view facility.v_provider_fact as select region_code, listing, visits_per_day from facility.provider;
create or replace view facility.v_facility_fact as select region_code, kind, beds, beds_taken from facility.facility;
comment on view facility.v_provider_fact is '服务商的统计事实（供决策中心计数）';
comment on view facility.v_facility_fact is '养老服务设施的统计事实（供决策中心计数）';
