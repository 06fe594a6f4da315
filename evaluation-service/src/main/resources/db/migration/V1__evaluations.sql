-- What a client asked for, as its first job said it.
create table adaptation (
    adaptation_id  uuid primary key,
    source_line    text        not null,
    target_line    text        not null,
    source_dataset text        not null,
    target_dataset text        not null,
    preset         text        not null,
    seed           bigint      not null,
    methods        text[]      not null,
    requested_at   timestamptz not null
);

-- One row a model, written once. An adaptation's row may come later than its models': the topics are read independently.
create table evaluation (
    model_version     text primary key,
    adaptation_id     uuid             not null,
    job_id            uuid             not null,
    kind              text             not null check (kind in ('CLASSIFIER', 'GENERATOR')),
    method            text             not null,
    source_line       text             not null,
    target_line       text             not null,
    verdict           text             not null check (verdict in ('ACCEPTED', 'REJECTED')),
    reason            text             not null,
    backend           text             not null,
    train_seconds     double precision not null,
    images_per_second double precision not null,
    class_names       text[]           not null,
    figures           jsonb            not null,
    manifest          jsonb            not null,
    evaluated_at      timestamptz      not null
);
create index evaluation_by_adaptation on evaluation (adaptation_id, evaluated_at);

-- One row for each line that had test images. Figures are null where the line has no labels.
create table line_score (
    model_version     text   not null references evaluation on delete cascade,
    role              text   not null check (role in ('source', 'target')),
    line              text   not null,
    images            bigint not null,
    accuracy          double precision check (accuracy between 0 and 1),
    calibration_error double precision check (calibration_error between 0 and 1),
    primary key (model_version, role)
);

create table class_score (
    model_version    text   not null,
    role             text   not null,
    class_index      int    not null,
    class_name       text   not null,
    class_precision  double precision check (class_precision between 0 and 1),
    class_recall     double precision check (class_recall between 0 and 1),
    support          bigint not null,
    primary key (model_version, role, class_index),
    foreign key (model_version, role) references line_score on delete cascade
);

-- Only cells that are not zero.
create table confusion_cell (
    model_version   text   not null,
    role            text   not null,
    actual_class    int    not null,
    predicted_class int    not null,
    images          bigint not null,
    primary key (model_version, role, actual_class, predicted_class),
    foreign key (model_version, role) references line_score on delete cascade
);

-- Test images in the plane of their features' greatest variance: [{"x", "y", "label", "line"}].
create table projection (
    model_version text  not null references evaluation on delete cascade,
    stage         text  not null check (stage in ('before', 'after')),
    features_of   text  not null,
    points        jsonb not null,
    primary key (model_version, stage)
);
