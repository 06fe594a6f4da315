-- What the batches of each line look like, as the ingest service registered it: one row a change.
create table line_registration (
    line text not null,
    version int not null,
    registered_by text not null,
    at timestamptz not null,
    primary key (line, version)
);
