-- Why: putting a provider on the default list, or taking it off (M278), needs a reason, evidence and a second person. Locks: none (new table).
create table facility.listing_proposal (
  id uuid primary key,
  provider_id uuid not null references facility.provider,
  region_code text not null check (region_code ~ '^\d{12}$'),
  listing text not null check (listing in ('NORMAL', 'WATCHED', 'DEFAULTED')),
  former text not null check (former in ('NORMAL', 'WATCHED', 'DEFAULTED')),
  reason text not null check (char_length(reason) between 4 and 500),
  evidence text not null check (char_length(evidence) between 4 and 1000),
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_name text not null,
  approved boolean,
  decision text check (char_length(decision) between 4 and 500),
  decided_at timestamptz,
  decided_by uuid,
  decided_name text,
  check ((approved is null) = (decided_at is null)),
  check (listing <> former),
  -- The second person is another one.
  check (decided_by <> proposed_by)
);
comment on table facility.listing_proposal is '服务商列名（关注、失信、移出）的提议与另一人的决定';
comment on column facility.listing_proposal.evidence is '依据：文号、检查记录、投诉或核验记录的编号';
create unique index listing_proposal_open on facility.listing_proposal (provider_id) where decided_at is null;
create index listing_proposal_provider on facility.listing_proposal (provider_id, proposed_at desc);
create index listing_proposal_region on facility.listing_proposal (region_code, proposed_at desc);
