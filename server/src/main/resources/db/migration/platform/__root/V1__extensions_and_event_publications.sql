-- Why: temporal constraints need btree_gist, name search pg_trgm, distances cube and earthdistance; the outbox of
-- Spring Modulith gets a schema of its own instead of living among the modules' tables. Locks: none (new objects).
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists cube;
create extension if not exists earthdistance;

create schema event;
comment on schema event is '事件发布登记（发件箱）';

create table event.event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
comment on table event.event_publication is '尚未被监听者处理完的业务事件，处理完即删除';
create index event_publication_by_serialized_event on event.event_publication using hash (serialized_event);
create index event_publication_by_completion_date on event.event_publication (completion_date);
