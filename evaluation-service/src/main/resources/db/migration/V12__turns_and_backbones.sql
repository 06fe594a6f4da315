-- Whether training may mirror and turn a line's images, and the SHA-256 of the ONNX file on whose features its models stand.
alter table line_settings
    add column turns    boolean not null default true,
    add column backbone text;
