-- Escapes against overkill as the threshold on the good class's probability moves: {"goodClass", "points": [...]}.
-- Null for models that were scored before it was kept, and where a line has no labels or no good class.
alter table line_score add column trade jsonb;

-- What the comparison of an adaptation's models without target labels came to; made anew when another model is scored.
create table recommendation (
    adaptation_id uuid primary key,
    -- null where no method is surely better than the source classifier
    model_version text references evaluation,
    reason        text        not null,
    -- all models that were compared, the source classifier among them
    compared      text[]      not null,
    -- each method's model beside the source classifier: [{"modelVersion", "method", "verdict": as of the gate}]
    comparisons   jsonb       not null,
    made_at       timestamptz not null
);
