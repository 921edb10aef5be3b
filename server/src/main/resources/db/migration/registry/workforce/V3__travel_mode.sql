-- Why: ways take as long as the carer's vehicle needs, so the register says what each travels by. Locks: short (carer), no rewrite (constant default).
alter table workforce.carer add column travel_mode text not null default 'E_BIKE' check (travel_mode in ('WALK', 'E_BIKE', 'CAR'));
comment on column workforce.carer.travel_mode is '上门的出行方式：步行、电动自行车、汽车';
