with
  "measured" as (
    select
      *
    from
      (
        select
          "city",
          'median_days' as "measure",
          'category' as "dimension",
          "category" as "name",
          "received" as "n",
          "median_days" as "value",
          "median_low_days" as "value_low",
          "median_high_days" as "value_high",
          false as "is_more_better"
        from
          "int_appeals_measured"
        where
          "category" != ''
          and "category" != 'unknown'
          and (
            "district" = ''
            and "organization" = ''
            and "subcategory" = ''
            and "basis" = ''
          )
          and "received" >= 30
        union all
        select
          "city",
          'median_days' as "measure",
          'district' as "dimension",
          "district" as "name",
          "received" as "n",
          "median_days" as "value",
          "median_low_days" as "value_low",
          "median_high_days" as "value_high",
          false as "is_more_better"
        from
          "int_appeals_measured"
        where
          "district" != ''
          and "district" != 'unknown'
          and (
            "category" = ''
            and "organization" = ''
            and "subcategory" = ''
            and "basis" = ''
          )
          and "received" >= 30
        union all
        select
          "city",
          'median_days' as "measure",
          'organization' as "dimension",
          "organization" as "name",
          "received" as "n",
          "median_days" as "value",
          "median_low_days" as "value_low",
          "median_high_days" as "value_high",
          false as "is_more_better"
        from
          "int_appeals_measured"
        where
          "organization" != ''
          and "organization" != 'unknown'
          and (
            "category" = ''
            and "district" = ''
            and "subcategory" = ''
            and "basis" = ''
          )
          and "received" >= 30
        union all
        select
          "city",
          'on_time_share' as "measure",
          'category' as "dimension",
          "category" as "name",
          "closed_with_term" as "n",
          "on_time_share" as "value",
          "on_time_low" as "value_low",
          "on_time_high" as "value_high",
          true as "is_more_better"
        from
          "int_appeals_measured"
        where
          "category" != ''
          and "category" != 'unknown'
          and (
            "district" = ''
            and "organization" = ''
            and "subcategory" = ''
            and "basis" = ''
          )
          and "closed_with_term" >= 30
        union all
        select
          "city",
          'on_time_share' as "measure",
          'district' as "dimension",
          "district" as "name",
          "closed_with_term" as "n",
          "on_time_share" as "value",
          "on_time_low" as "value_low",
          "on_time_high" as "value_high",
          true as "is_more_better"
        from
          "int_appeals_measured"
        where
          "district" != ''
          and "district" != 'unknown'
          and (
            "category" = ''
            and "organization" = ''
            and "subcategory" = ''
            and "basis" = ''
          )
          and "closed_with_term" >= 30
        union all
        select
          "city",
          'on_time_share' as "measure",
          'organization' as "dimension",
          "organization" as "name",
          "closed_with_term" as "n",
          "on_time_share" as "value",
          "on_time_low" as "value_low",
          "on_time_high" as "value_high",
          true as "is_more_better"
        from
          "int_appeals_measured"
        where
          "organization" != ''
          and "organization" != 'unknown'
          and (
            "category" = ''
            and "district" = ''
            and "subcategory" = ''
            and "basis" = ''
          )
          and "closed_with_term" >= 30
        union all
        select
          "city",
          'reopened_share' as "measure",
          'category' as "dimension",
          "category" as "name",
          "ever_closed" as "n",
          "reopened_share" as "value",
          "reopened_low" as "value_low",
          "reopened_high" as "value_high",
          false as "is_more_better"
        from
          "int_appeals_measured"
        where
          "category" != ''
          and "category" != 'unknown'
          and (
            "district" = ''
            and "organization" = ''
            and "subcategory" = ''
            and "basis" = ''
          )
          and "ever_closed" >= 30
        union all
        select
          "city",
          'reopened_share' as "measure",
          'district' as "dimension",
          "district" as "name",
          "ever_closed" as "n",
          "reopened_share" as "value",
          "reopened_low" as "value_low",
          "reopened_high" as "value_high",
          false as "is_more_better"
        from
          "int_appeals_measured"
        where
          "district" != ''
          and "district" != 'unknown'
          and (
            "category" = ''
            and "organization" = ''
            and "subcategory" = ''
            and "basis" = ''
          )
          and "ever_closed" >= 30
        union all
        select
          "city",
          'reopened_share' as "measure",
          'organization' as "dimension",
          "organization" as "name",
          "ever_closed" as "n",
          "reopened_share" as "value",
          "reopened_low" as "value_low",
          "reopened_high" as "value_high",
          false as "is_more_better"
        from
          "int_appeals_measured"
        where
          "organization" != ''
          and "organization" != 'unknown'
          and (
            "category" = ''
            and "district" = ''
            and "subcategory" = ''
            and "basis" = ''
          )
          and "ever_closed" >= 30
      ) as "one"
  )
select
  "own"."city",
  "own"."measure",
  "own"."dimension",
  "own"."name",
  "own"."n",
  "own"."value",
  "own"."value_low",
  "own"."value_high",
  count(*) filter(
    where
      (
        (
          "own"."is_more_better"
          and "other"."value" > "own"."value"
        )
        or (
          not "own"."is_more_better"
          and "other"."value" < "own"."value"
        )
        or (
          "own"."value" is null
          and "other"."value" is not null
        )
      )
  ) + 1 as "place",
  count(*) filter(
    where
      (
        (
          "own"."is_more_better"
          and "other"."value_low" > "own"."value_high"
        )
        or (
          not "own"."is_more_better"
          and "other"."value_high" < "own"."value_low"
        )
      )
  ) + 1 as "place_best",
  count(*) - count(*) filter(
    where
      (
        (
          "own"."is_more_better"
          and "other"."value_high" < "own"."value_low"
        )
        or (
          not "own"."is_more_better"
          and "other"."value_low" > "own"."value_high"
        )
      )
  ) as "place_worst",
  count(*) as "places"
from
  "measured" as "own"
  inner join "measured" as "other" on "other"."city" = "own"."city"
  and "other"."measure" = "own"."measure"
  and "other"."dimension" = "own"."dimension"
group by
  "own"."city",
  "own"."measure",
  "own"."dimension",
  "own"."name",
  "own"."n",
  "own"."value",
  "own"."value_low",
  "own"."value_high"
order by
  "own"."city",
  "own"."measure",
  "own"."dimension",
  "place",
  "own"."name"
