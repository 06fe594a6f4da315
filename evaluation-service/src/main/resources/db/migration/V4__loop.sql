-- Who or what changed which model serves a line, and why. Each row's hash covers the row and the hash before it.
create table audit_entry (
    sequence      bigint primary key check (sequence > 0),
    at            timestamptz not null,
    line          text        not null,
    actor         text        not null,
    action        text        not null,
    model_version text,
    -- JSON as it was hashed, to the letter
    details       text        not null,
    previous_hash text        not null,
    hash          text        not null unique
);
create index audit_entry_by_line on audit_entry (line, sequence desc);

-- Where the chain ends, so that entries missing at its end are noticed.
create table audit_head (
    only_row boolean primary key default true check (only_row),
    sequence bigint not null,
    hash     text   not null
);
insert into audit_head (sequence, hash) values (0, repeat('0', 64));

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit is only ever added to';
end $$;
create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();

-- How the loop treats a line; a line without a row is treated by the configuration.
create table line_loop (
    line             text primary key,
    enabled          boolean     not null,
    pinned           boolean     not null,
    cooldown_seconds bigint      not null check (cooldown_seconds >= 0),
    budget_per_day   int         not null check (budget_per_day >= 0),
    min_images       int         not null check (min_images > 0),
    shadow_batches   int         not null check (shadow_batches > 0),
    changed_by       text        not null,
    reason           text        not null,
    changed_at       timestamptz not null
);

-- Models that predict a line's batches beside the champion, for comparison.
create table compared_model (
    line          text not null,
    model_version text not null references evaluation,
    primary key (line, model_version)
);

-- One turn of the loop: what asked for it, what it made, and how it ended.
create table cycle (
    cycle_id         uuid primary key,
    line             text        not null,
    triggered_by     text        not null check (triggered_by in ('drift', 'person')),
    requested_by     text        not null,
    reason           text        not null,
    champion         text        not null references evaluation,
    -- named ahead by the job; there is no such model before the job is done
    candidate        text        not null,
    job              jsonb       not null,
    state            text        not null check (state in ('OPENED', 'TRAINING', 'SHADOW', 'PROBATION', 'CLOSED')),
    outcome          text        check (outcome in ('KEPT', 'ROLLED_BACK', 'REFUSED', 'FAILED', 'EXPIRED')),
    detail           text        not null,
    gate             jsonb,
    shadow_batches   int         not null default 0,
    shadow_needed    int         not null,
    shadow_agreement double precision check (shadow_agreement between 0 and 1),
    opened_at        timestamptz not null,
    changed_at       timestamptz not null,
    closed_at        timestamptz,
    check ((state = 'CLOSED') = (outcome is not null)),
    check ((state = 'CLOSED') = (closed_at is not null))
);
-- Two alarms at once open one cycle.
create unique index one_open_cycle_a_line on cycle (line) where state <> 'CLOSED';
create index cycle_by_line on cycle (line, opened_at desc);
create index cycle_by_candidate on cycle (candidate);

-- Each model that predicted a window's images: the champion and those beside it.
create table window_score (
    topic              text   not null,
    topic_partition    int    not null,
    last_offset        bigint not null,
    window_number      int    not null,
    champion           text   not null,
    model_version      text   not null references evaluation,
    role               text   not null check (role in ('champion', 'shadow', 'previous', 'compared')),
    estimated_accuracy double precision check (estimated_accuracy between 0 and 1),
    estimate_low       double precision,
    estimate_high      double precision,
    true_accuracy      double precision check (true_accuracy between 0 and 1),
    primary key (topic, topic_partition, last_offset, window_number, champion, model_version),
    foreign key (topic, topic_partition, last_offset, window_number, champion)
        references drift_window (topic, topic_partition, last_offset, window_number, model_version) on delete cascade
);
