select
  "city",
  "intervention_id",
  'effect' as "tested",
  'places' as "method",
  "sample",
  "item",
  "change" as "value"
from
  (
    select
      "one"."city",
      "one"."intervention_id",
      case
        when "one"."role" = 'treated' then 'first'
        else 'second'
      end as "sample",
      "one"."place" as "item",
      "one"."after" - "one"."before" as "change",
      "one"."slope_before" as "slope"
    from
      "int_interventions_changes" as "one"
      inner join (
        select
          "city",
          "intervention_id",
          cast(
            count(*) filter(
              where
                ("role" = 'treated')
            ) as integer
          ) as "treated",
          cast(
            count(*) filter(
              where
                ("role" = 'control')
            ) as integer
          ) as "control"
        from
          "int_interventions_changes"
        group by
          "city",
          "intervention_id"
      ) as "sides" on "sides"."city" = "one"."city"
      and "sides"."intervention_id" = "one"."intervention_id"
    where
      ("sides"."treated" + "sides"."control") > 2
  ) as "one"
where
  "change" is not null
union all
select
  "city",
  "intervention_id",
  'pretrend' as "tested",
  'places' as "method",
  "sample",
  "item",
  "slope" as "value"
from
  (
    select
      "one"."city",
      "one"."intervention_id",
      case
        when "one"."role" = 'treated' then 'first'
        else 'second'
      end as "sample",
      "one"."place" as "item",
      "one"."after" - "one"."before" as "change",
      "one"."slope_before" as "slope"
    from
      "int_interventions_changes" as "one"
      inner join (
        select
          "city",
          "intervention_id",
          cast(
            count(*) filter(
              where
                ("role" = 'treated')
            ) as integer
          ) as "treated",
          cast(
            count(*) filter(
              where
                ("role" = 'control')
            ) as integer
          ) as "control"
        from
          "int_interventions_changes"
        group by
          "city",
          "intervention_id"
      ) as "sides" on "sides"."city" = "one"."city"
      and "sides"."intervention_id" = "one"."intervention_id"
    where
      ("sides"."treated" + "sides"."control") > 2
  ) as "one"
where
  "slope" is not null
union all
select
  "city",
  "intervention_id",
  'effect' as "tested",
  'halves' as "method",
  "sample",
  "item",
  (
    cast(
      sum(try_cast("difference" as decimal(38, 15))) as double
    ) / count(try_cast("difference" as decimal(38, 15)))
  ) as "value"
from
  (
    select
      "own"."city",
      "own"."intervention_id",
      case
        when "own"."step" >= 0 then 'first'
        else 'second'
      end as "sample",
      case
        when (
          (
            "own"."step" < 0
            and ("own"."step" * 2) < - "declared"."months_before"
          )
          or (
            "own"."step" >= 0
            and ("own"."step" * 2) < "declared"."months_after"
          )
        ) then 'earlier half'
        else 'later half'
      end as "item",
      "own"."value" - "other"."value" as "difference"
    from
      "int_interventions_panel" as "own"
      inner join "int_interventions_panel" as "other" on "other"."city" = "own"."city"
      and "other"."intervention_id" = "own"."intervention_id"
      and "other"."step" = "own"."step"
      and "other"."role" = 'control'
      inner join (
        select
          "city",
          "intervention_id",
          cast(
            count(*) filter(
              where
                ("role" = 'treated')
            ) as integer
          ) as "treated",
          cast(
            count(*) filter(
              where
                ("role" = 'control')
            ) as integer
          ) as "control"
        from
          "int_interventions_changes"
        group by
          "city",
          "intervention_id"
      ) as "sides" on "sides"."city" = "own"."city"
      and "sides"."intervention_id" = "own"."intervention_id"
      inner join "stg_interventions" as "declared" on "declared"."city" = "own"."city"
      and "declared"."intervention_id" = "own"."intervention_id"
    where
      "own"."role" = 'treated'
      and "sides"."treated" = 1
      and "sides"."control" = 1
  ) as "month"
group by
  "city",
  "intervention_id",
  "sample",
  "item"
