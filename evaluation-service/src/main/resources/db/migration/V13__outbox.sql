-- Events that wait to be sent to Kafka, written in the transaction of what they tell of. A relay sends them in the order of id and
-- deletes what the broker has acknowledged.
create table outbox (
    id         bigint generated always as identity primary key,
    -- the header ce_id: the same event sent twice has the same one
    event_id   uuid        not null unique,
    topic      text        not null,
    record_key text        not null,
    -- by name
    headers    jsonb       not null,
    value      bytea       not null,
    created_at timestamptz not null default now()
);

-- Who served a line when is an answer to auditors: rows are only ever added.
create function refuse_change_of_history() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are only ever added', tg_table_name;
end $$;
create trigger promotion_is_append_only before update or delete or truncate on promotion
    for each statement execute function refuse_change_of_history();

-- Whether the event that tells of the evaluation is in the outbox, or was. Those from before were sent.
alter table evaluation add column told boolean not null default true;
alter table evaluation alter column told set default false;
