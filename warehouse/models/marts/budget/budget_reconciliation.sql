select
  "line"."city",
  "line"."rule",
  "known"."rule_uk",
  "known"."rule_en",
  "line"."year",
  "line"."month",
  last_day(make_date("line"."year", "line"."month", 1)) as "period_end",
  cast(
    coalesce(sum("line"."expected"), 0) as decimal(18, 2)
  ) as "expected_uah",
  cast(
    coalesce(sum("line"."found"), 0) as decimal(18, 2)
  ) as "found_uah",
  cast(
    cast(
      coalesce(sum("line"."found"), 0) as decimal(18, 2)
    ) - cast(
      coalesce(sum("line"."expected"), 0) as decimal(18, 2)
    ) as decimal(18, 2)
  ) as "difference_uah",
  count(*) as "lines",
  count(*) filter(
    where
      ("line"."found" != "line"."expected")
  ) as "lines_off",
  "known"."is_blocking"
from
  (
    select
      "city",
      "rule",
      "year",
      "month",
      "code",
      cast(
        coalesce(
          sum("uah") filter(
            where
              ("side" = 'expected')
          ),
          0
        ) as decimal(18, 2)
      ) as "expected",
      cast(
        coalesce(
          sum("uah") filter(
            where
              ("side" = 'found')
          ),
          0
        ) as decimal(18, 2)
      ) as "found"
    from
      (
        select
          *
        from
          "int_budget_file_entries"
        union all
        select
          *
        from
          "int_budget_table_entries"
      ) as "entry"
    group by
      "city",
      "rule",
      "year",
      "month",
      "code"
  ) as "line"
  inner join "budget_rules" as "known" on "known"."rule" = "line"."rule"
group by
  "line"."city",
  "line"."rule",
  "known"."rule_uk",
  "known"."rule_en",
  "line"."year",
  "line"."month",
  "known"."is_blocking"
order by
  "line"."city",
  "line"."rule",
  "line"."year",
  "line"."month"
