-- Why: administrators make accounts with a one-time password that its holder changes at once; accounts are closed, never deleted.
-- Locks: short, new nullable columns; the unique indexes are built on a table of accounts (thousands of rows).
alter table access.account add column initial_password_until timestamptz;
alter table access.account add column password_changed_at timestamptz;
alter table access.account add column last_sign_in_at timestamptz;
alter table access.account add column member_id uuid;
alter table access.account add column closed_reason text;
alter table access.account add column closed_at timestamptz;
comment on column access.account.initial_password_until is '一次性密码的有效期；有值表示首次登录必须改密码';
comment on column access.account.member_id is '家属账号对应的家庭成员（受托人）';
comment on column access.account.closed_reason is '停用原因';
update access.account a set last_sign_in_at = (select max(started_at) from access.session s where s.account_id = a.id);

-- One person, one account.
create unique index account_carer on access.account (carer_id) where carer_id is not null;
create unique index account_member on access.account (member_id) where member_id is not null;
create unique index account_elder_self on access.account_elder (elder_id) where relation = 'SELF';
create index account_organization on access.account (organization_id) where organization_id is not null;

create sequence access.carer_username start 100001;
