-- Why: every record stands in a division; the tree comes from the city profile. Locks: none (new schema).
create schema if not exists region;

create table region.region (
  code text primary key check (code ~ '^[0-9]{12}$'),
  name text not null,
  level smallint not null check (level between 2 and 5),
  kind text not null check (kind in ('PREFECTURE', 'COUNTY', 'FUNCTIONAL_ZONE', 'SUBDISTRICT', 'TOWN', 'TOWNSHIP', 'RESIDENTS_COMMITTEE',
    'VILLAGERS_COMMITTEE', 'LIKE_RESIDENTS_COMMITTEE', 'LIKE_VILLAGERS_COMMITTEE', 'OTHER')),
  parent_code text check (parent_code ~ '^[0-9]{12}$'),
  full_name text not null,
  lng double precision,
  lat double precision,
  position_quality text not null,
  listed boolean not null default true,
  check ((lng is null) = (lat is null))
);
create index region_parent on region.region (parent_code);
comment on table region.region is '行政区划（统计用区划代码），来自城市概要';
comment on column region.region.full_name is '自县区起的全称，不含市';
comment on column region.region.lng is '区划内一点，WGS-84；村社为镇街附近的示意点';
comment on column region.region.position_quality is '坐标质量：approx_inside_ 开头为占位点，seeded_near_town 为示意点';
comment on column region.region.listed is '城市概要是否仍列出；撤并后为否，保留供旧记录引用';

create table region.source (
  city text primary key,
  digest text not null
);
comment on table region.source is '区划表由哪个城市概要、哪一版文件填成';
