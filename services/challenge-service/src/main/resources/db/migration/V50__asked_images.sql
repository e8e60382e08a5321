-- Of which lesion an image is: a task may ask for lesions. Known of older images after a rebuild of the read models.
alter table image add column lesion_id text;
create index image_lesion on image (lesion_id) where lesion_id is not null;
create index image_hidden_lesion on image (lesion_id) where visibility <> 'public' and lesion_id is not null;

-- Ids that not everybody may know: of images that are not public, and of lesions with no public image. Few.
create view hidden_id as
  select isic_id from image where visibility <> 'public'
  union all
  select distinct x.lesion_id from image x
  where x.visibility <> 'public' and x.lesion_id is not null
    and not exists (select from image y where y.lesion_id = x.lesion_id and y.visibility = 'public');

-- Rows of the truth that participants cannot see when a task opens are asked of nobody.
alter table task_image add column asked boolean not null default true;
create index task_image_unasked on task_image (task) where not asked;
update task_image i set asked = false
  from image x where x.isic_id = i.isic_id and x.visibility = 'embargoed';

-- Messages of before named images that were missing, whoever might know of them.
update submission s set problems = (
    select jsonb_agg(case when p ->> 'code' = 'MISSING_IMAGES'
        then p || '{"message": "Missing images in CSV.", "count": 1, "places": []}' else p end order by n)
    from jsonb_array_elements(s.problems) with ordinality as e(p, n))
  where s.problems @> '[{"code": "MISSING_IMAGES"}]'
    and exists (select from task_image i where i.task = s.task and not i.asked);
