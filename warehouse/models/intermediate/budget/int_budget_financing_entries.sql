select
  "city",
  'financing_parts' as "rule",
  "year",
  "month",
  case
    when right("financing_code", 3) = '000' then nullif(
      concat_ws('', left("financing_code", 1), '00000'),
      ''
    )
    when right("financing_code", 2) = '00' then nullif(
      concat_ws('', left("financing_code", 3), '000'),
      ''
    )
    else nullif(
      concat_ws('', left("financing_code", 4), '00'),
      ''
    )
  end as "code",
  'found' as "side",
  case
    when "financing_code" = '602200' then - "executed_uah"
    else "executed_uah"
  end as "uah"
from
  (
    select
      "city",
      cast(year("period") as integer) as "year",
      cast(month("period") as integer) as "month",
      "financing_code",
      "executed_uah"
    from
      "stg_budget_financing"
    where
      "fund" in ('C', 'S')
  ) as "line"
where
  not right("financing_code", 5) = '00000'
union all
select
  "line"."city",
  'financing_parts' as "rule",
  "line"."year",
  "line"."month",
  "line"."financing_code" as "code",
  'expected' as "side",
  "line"."executed_uah" as "uah"
from
  (
    select
      "city",
      cast(year("period") as integer) as "year",
      cast(month("period") as integer) as "month",
      "financing_code",
      "executed_uah"
    from
      "stg_budget_financing"
    where
      "fund" in ('C', 'S')
  ) as "line"
  inner join (
    select distinct
      "city",
      "year",
      "month",
      "code"
    from
      (
        select
          "city",
          'financing_parts' as "rule",
          "year",
          "month",
          case
            when right("financing_code", 3) = '000' then nullif(
              concat_ws('', left("financing_code", 1), '00000'),
              ''
            )
            when right("financing_code", 2) = '00' then nullif(
              concat_ws('', left("financing_code", 3), '000'),
              ''
            )
            else nullif(
              concat_ws('', left("financing_code", 4), '00'),
              ''
            )
          end as "code",
          'found' as "side",
          case
            when "financing_code" = '602200' then - "executed_uah"
            else "executed_uah"
          end as "uah"
        from
          (
            select
              "city",
              cast(year("period") as integer) as "year",
              cast(month("period") as integer) as "month",
              "financing_code",
              "executed_uah"
            from
              "stg_budget_financing"
            where
              "fund" in ('C', 'S')
          ) as "line"
        where
          not right("financing_code", 5) = '00000'
      ) as "part"
  ) as "part" on "part"."city" = "line"."city"
  and "part"."year" = "line"."year"
  and "part"."month" = "line"."month"
  and "part"."code" = "line"."financing_code"
