-- What lists and statistics say without counting: kept by triggers, so that it is true in the transaction that changes an
-- image, whoever changes it.

-- How many images there are, by whose they are and how far they have come.
create table image_count (
  contributor bigint not null,
  visibility text not null,
  images bigint not null,
  primary key (contributor, visibility)
);

-- The lesions of which an image is listed.
create table lesion (
  id text primary key,
  embargoed bigint not null,
  -- Whether all its listed images are public.
  open boolean not null generated always as (embargoed = 0) stored,
  -- Whose its embargoed images are; null for none, or when they are of several.
  contributor bigint
);
create index lesion_open on lesion (id) where open;
create index lesion_contributor on lesion (contributor, id) where contributor is not null;
create index lesion_mixed on lesion (id) where not open and contributor is null;

create table lesion_count (
  open boolean not null,
  contributor bigint,
  lesions bigint not null,
  unique nulls not distinct (open, contributor)
);

-- Writers of images take turns from their first change of a count to their commit: a lesion's images may lie in batches
-- of several of them, and counts that they lock in different orders would make them wait for each other for ever.
create function take_turns() returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('counts of images', 0));
$$;

create function change_lesion_count(ids text[], by integer) returns void language sql as $$
  insert into lesion_count as c (open, contributor, lesions)
  select open, contributor, by * count(*) from lesion where id = any(ids) group by open, contributor
  on conflict (open, contributor) do update set lesions = c.lesions + excluded.lesions;
$$;

-- Makes lesions what their images say now. An early plan, made for a small table, must not read all of a large one.
create function regroup_lesions(ids text[]) returns void language plpgsql set enable_seqscan = off as $$
begin
  if ids is null then
    return;
  end if;
  perform change_lesion_count(ids, -1);
  delete from lesion where id = any(ids);
  insert into lesion (id, embargoed, contributor)
  select lesion, count(*) filter (where visibility = 'embargoed'),
         case when min(contributor) filter (where visibility = 'embargoed')
                 = max(contributor) filter (where visibility = 'embargoed')
              then min(contributor) filter (where visibility = 'embargoed') end
  from image where lesion = any(ids) and visibility in ('public', 'embargoed') group by lesion;
  perform change_lesion_count(ids, 1);
end $$;

create function count_new_images() returns trigger language plpgsql as $$
begin
  if not exists (select from new_image) then
    return null;
  end if;
  perform take_turns();
  insert into image_count as c (contributor, visibility, images)
  select contributor, visibility, count(*) from new_image group by contributor, visibility
  on conflict (contributor, visibility) do update set images = c.images + excluded.images;
  perform regroup_lesions((
    select array_agg(distinct lesion) from new_image
    where lesion is not null and visibility in ('public', 'embargoed')));
  return null;
end $$;

create function count_changed_images() returns trigger language plpgsql as $$
declare
  lesions text[];
begin
  if not exists (select from new_image) then
    return null;
  end if;
  perform take_turns();
  insert into image_count as c (contributor, visibility, images)
  select contributor, visibility, sum(n)
  from (select contributor, visibility, 1 as n from new_image
        union all select contributor, visibility, -1 from old_image) changes
  group by contributor, visibility having sum(n) <> 0
  on conflict (contributor, visibility) do update set images = c.images + excluded.images;
  select array_agg(distinct lesion) into lesions
  from (select id, lesion, visibility, contributor from new_image
        except select id, lesion, visibility, contributor from old_image
        union all
        (select id, lesion, visibility, contributor from old_image
         except select id, lesion, visibility, contributor from new_image)) changes
  where lesion is not null and visibility in ('public', 'embargoed');
  perform regroup_lesions(lesions);
  return null;
end $$;

create function count_gone_images() returns trigger language plpgsql as $$
begin
  if not exists (select from old_image) then
    return null;
  end if;
  perform take_turns();
  update image_count c set images = c.images - gone.images
  from (select contributor, visibility, count(*) as images from old_image group by contributor, visibility) gone
  where c.contributor = gone.contributor and c.visibility = gone.visibility;
  perform regroup_lesions((
    select array_agg(distinct lesion) from old_image
    where lesion is not null and visibility in ('public', 'embargoed')));
  return null;
end $$;

insert into image_count (contributor, visibility, images)
select contributor, visibility, count(*) from image group by contributor, visibility;
select regroup_lesions(array_agg(distinct lesion)) from image
where lesion is not null and visibility in ('public', 'embargoed');

create trigger count_new_images after insert on image
  referencing new table as new_image for each statement execute function count_new_images();
create trigger count_changed_images after update on image
  referencing old table as old_image new table as new_image for each statement execute function count_changed_images();
create trigger count_gone_images after delete on image
  referencing old table as old_image for each statement execute function count_gone_images();

-- Each part of what somebody may see in the order of its list: public, all that is listed, one contributor's, shared.
drop index image_pinned;
create index image_pinned on image ((-pin), published_at, id) where visibility in ('public', 'embargoed');
create index image_pinned_public on image ((-pin), published_at, id) where visibility = 'public';
drop index image_contributor;
create index image_contributor on image (contributor, published_at, id) where visibility = 'embargoed';
create index image_contributor_pinned on image (contributor, (-pin), published_at, id) where visibility = 'embargoed';
create index image_embargoed on image (isic_id) include (id, published_at, pin, lesion, contributor)
  where visibility = 'embargoed';
create index person_active on person (id) where active;
