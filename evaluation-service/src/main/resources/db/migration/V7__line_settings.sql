-- What people set for a line; a line without a row has no expected mix and no good class, and both errors cost 1.
create table line_settings (
    line          text primary key,
    -- such as good=0.98 or good>=0.9,scratch<=0.05
    expected_mix  text,
    good_class    text,
    escape_cost   double precision not null check (escape_cost > 0),
    overkill_cost double precision not null check (overkill_cost > 0),
    max_escapes   double precision check (max_escapes between 0 and 1),
    changed_by    text             not null,
    reason        text             not null,
    changed_at    timestamptz      not null
);
