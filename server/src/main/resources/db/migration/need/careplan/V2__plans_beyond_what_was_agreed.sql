-- Why: an entitlement that ends leaves the plan as it was agreed, and the elder to pay the rest: whoever makes plans has to be told, and so have the elder and the family. Locks: none (new table).
create table careplan.beyond_agreed (
  plan_id uuid primary key references careplan.plan (id) on delete cascade,
  since timestamptz not null,
  month date not null check (extract(day from month) = 1),
  elder_fen bigint not null check (elder_fen > agreed_fen),
  agreed_fen bigint not null check (agreed_fen >= 0),
  entitled boolean not null
);
comment on table careplan.beyond_agreed is '生效中的计划，近期上门的自付超过老人同意的金额；重新商定、计划终止或待遇恢复后消除';
comment on column careplan.beyond_agreed.elder_fen is '该月自付（分），按现在的待遇和价格';
comment on column careplan.beyond_agreed.entitled is '近期上门时仍有待遇（否=待遇到期）';
