select
  "city",
  "district",
  "built",
  "age_group",
  cast(coalesce(sum("residents"), 0) as bigint) as "residents"
from
  (
    select
      *
    from
      (
        select
          *
        from
          (
            select
              *
            from
              (
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '0–6' as "age_group",
                  "residents_0_6" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_0_6" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '7–17' as "age_group",
                  "residents_7_17" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_7_17" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '18–64' as "age_group",
                  "residents_18_64" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_18_64" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '65+' as "age_group",
                  "residents_65" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_65" is not null
              ) as "lived"
            union all
            select
              "city",
              '' as "district",
              "built",
              "age_group",
              "residents"
            from
              (
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '0–6' as "age_group",
                  "residents_0_6" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_0_6" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '7–17' as "age_group",
                  "residents_7_17" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_7_17" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '18–64' as "age_group",
                  "residents_18_64" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_18_64" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '65+' as "age_group",
                  "residents_65" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_65" is not null
              ) as "lived"
          ) as "place"
        union all
        select
          "city",
          "district",
          '' as "built",
          "age_group",
          "residents"
        from
          (
            select
              *
            from
              (
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '0–6' as "age_group",
                  "residents_0_6" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_0_6" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '7–17' as "age_group",
                  "residents_7_17" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_7_17" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '18–64' as "age_group",
                  "residents_18_64" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_18_64" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '65+' as "age_group",
                  "residents_65" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_65" is not null
              ) as "lived"
            union all
            select
              "city",
              '' as "district",
              "built",
              "age_group",
              "residents"
            from
              (
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '0–6' as "age_group",
                  "residents_0_6" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_0_6" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '7–17' as "age_group",
                  "residents_7_17" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_7_17" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '18–64' as "age_group",
                  "residents_18_64" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_18_64" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '65+' as "age_group",
                  "residents_65" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_65" is not null
              ) as "lived"
          ) as "place"
      ) as "time"
    union all
    select
      "city",
      "district",
      "built",
      '' as "age_group",
      "residents"
    from
      (
        select
          *
        from
          (
            select
              *
            from
              (
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '0–6' as "age_group",
                  "residents_0_6" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_0_6" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '7–17' as "age_group",
                  "residents_7_17" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_7_17" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '18–64' as "age_group",
                  "residents_18_64" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_18_64" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '65+' as "age_group",
                  "residents_65" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_65" is not null
              ) as "lived"
            union all
            select
              "city",
              '' as "district",
              "built",
              "age_group",
              "residents"
            from
              (
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '0–6' as "age_group",
                  "residents_0_6" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_0_6" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '7–17' as "age_group",
                  "residents_7_17" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_7_17" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '18–64' as "age_group",
                  "residents_18_64" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_18_64" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '65+' as "age_group",
                  "residents_65" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_65" is not null
              ) as "lived"
          ) as "place"
        union all
        select
          "city",
          "district",
          '' as "built",
          "age_group",
          "residents"
        from
          (
            select
              *
            from
              (
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '0–6' as "age_group",
                  "residents_0_6" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_0_6" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '7–17' as "age_group",
                  "residents_7_17" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_7_17" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '18–64' as "age_group",
                  "residents_18_64" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_18_64" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '65+' as "age_group",
                  "residents_65" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_65" is not null
              ) as "lived"
            union all
            select
              "city",
              '' as "district",
              "built",
              "age_group",
              "residents"
            from
              (
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '0–6' as "age_group",
                  "residents_0_6" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_0_6" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '7–17' as "age_group",
                  "residents_7_17" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_7_17" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '18–64' as "age_group",
                  "residents_18_64" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_18_64" is not null
                union all
                select
                  "city",
                  "district",
                  case
                    when "year" is null then 'unknown'
                    when "year" < 1971 then '-1970'
                    when "year" < 1995 then '1971-1994'
                    else '1995-'
                  end as "built",
                  '65+' as "age_group",
                  "residents_65" as "residents"
                from
                  "stg_buildings"
                where
                  "district" is not null
                  and "residents_65" is not null
              ) as "lived"
          ) as "place"
      ) as "time"
  ) as "counted"
group by
  "city",
  "district",
  "built",
  "age_group"
order by
  "city",
  "district",
  "built",
  "age_group"
