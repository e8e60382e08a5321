-- Two kinds of rows that may refer to one object.
create table note (id bigint generated always as identity primary key, key text not null);
create table letter (id bigint generated always as identity primary key, key text not null);

create function object_in_use(bucket text, object_key text) returns boolean language sql stable as $$
  select bucket = 'private'
    and (exists (select from note where key = object_key) or exists (select from letter where key = object_key))
$$;
