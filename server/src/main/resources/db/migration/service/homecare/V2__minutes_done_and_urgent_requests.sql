-- Why: a short visit is paid by parts of a unit where the service list says so; urgent help is measured against its target (M269).
-- Locks: short (visit, service_order); the update touches finished visits once.
alter table homecare.visit add column part_minutes int check (part_minutes > 0);
alter table homecare.visit add column minutes_done int not null default 0 check (minutes_done between 0 and units * unit_minutes);
update homecare.visit set minutes_done = units_done * unit_minutes where units_done > 0;
alter table homecare.visit drop column units_done;
comment on column homecare.visit.part_minutes is '时长不足时可计费的最小部分（分钟），空为只按整单位计';
comment on column homecare.visit.minutes_done is '计费的分钟数（按计划时长计）';

alter table homecare.service_order add column requested_at timestamptz;
alter table homecare.service_order add column respond_by timestamptz check (respond_by > requested_at);
comment on column homecare.service_order.requested_at is '助急：求助时刻';
comment on column homecare.service_order.respond_by is '助急：应当到达的时刻（求助时刻加下单时的响应时限）';
create index service_order_urgent on homecare.service_order (requested_at desc, region_code) where requested_at is not null;
