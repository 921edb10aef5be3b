-- Why: an elder's household and family, with proxies and emergency contacts. Locks: none (new tables).
create schema if not exists household;

create table household.household (
  id uuid primary key,
  region_code text not null check (region_code ~ '^\d{12}$')
);
comment on table household.household is '家庭户';

create table household.member (
  id uuid primary key,
  household_id uuid not null references household.household,
  elder_id uuid,
  name text not null check (char_length(name) between 1 and 60),
  phone_sealed bytea,
  phone_index bytea,
  phone_masked text
);
create index member_household on household.member (household_id);
create unique index member_elder on household.member (elder_id) where elder_id is not null;
comment on table household.member is '家庭成员；elder_id 有值即本人在老人库';

create table household.tie (
  elder_id uuid not null,
  member_id uuid not null references household.member on delete cascade,
  relation text not null check (relation in ('SPOUSE', 'CHILD', 'CHILD_IN_LAW', 'GRANDCHILD', 'SIBLING', 'OTHER_RELATIVE', 'HELPER', 'NEIGHBOR', 'OTHER')),
  lives_together boolean not null,
  proxy boolean not null default false,
  emergency_contact boolean not null default false,
  primary key (elder_id, member_id)
);
create index tie_member on household.tie (member_id);
comment on table household.tie is '某人对这位老人而言是谁：关系、是否同住、是否受托代理、是否紧急联系人';
