select
  "line"."city",
  "line"."year",
  "line"."months",
  left("line"."kfk", 2) as "division",
  "line"."kfk",
  "line"."kfk_name",
  "line"."program",
  "name"."program_name",
  case
    when "line"."plan_whole" = "line"."economic_plan" then cast(
      "line"."plan_part" + case
        when ("line"."rank" = 1) then "line"."plan_whole" - sum("line"."plan_part") over (
          partition by
            "line"."city",
            "line"."year"
        )
        else 0
      end as decimal(18, 2)
    )
  end as "plan_amended_uah",
  cast(
    "line"."executed_part" + case
      when ("line"."rank" = 1) then "line"."executed_whole" - sum("line"."executed_part") over (
        partition by
          "line"."city",
          "line"."year"
      )
      else 0
    end as decimal(18, 2)
  ) as "executed_uah"
from
  (
    select
      *,
      cast("plan" / "factor" as decimal(18, 2)) as "plan_part",
      cast("executed" / "factor" as decimal(18, 2)) as "executed_part",
      row_number() over (
        partition by
          "city",
          "year"
        order by
          "executed" desc,
          "kfk",
          "program"
      ) as "rank",
      cast("total_plan" / "factor" as decimal(18, 2)) as "plan_whole",
      cast("total_executed" / "factor" as decimal(18, 2)) as "executed_whole"
    from
      (
        select
          *,
          case
            when "economic_executed" = 0 then 1
            else greatest(
              1,
              cast(
                round(
                  cast("total_executed" as double) / cast("economic_executed" as double)
                ) as integer
              )
            )
          end as "factor"
        from
          (
            select
              "spent"."city",
              "spent"."year",
              "last"."months",
              "spent"."kfk",
              "spent"."kfk_name",
              "spent"."program",
              "spent"."plan",
              "spent"."executed",
              "economic"."plan" as "economic_plan",
              "economic"."executed" as "economic_executed",
              sum("spent"."plan") over (
                partition by
                  "spent"."city",
                  "spent"."year"
              ) as "total_plan",
              sum("spent"."executed") over (
                partition by
                  "spent"."city",
                  "spent"."year"
              ) as "total_executed"
            from
              (
                select
                  "city",
                  cast(year("period") as integer) as "year",
                  cast(month("period") as integer) as "month",
                  "kfk",
                  "program",
                  arg_max("kfk_name", "period") as "kfk_name",
                  cast(
                    coalesce(sum("plan_amended_uah"), 0) as decimal(18, 2)
                  ) as "plan",
                  cast(
                    coalesce(sum("executed_uah"), 0) as decimal(18, 2)
                  ) as "executed"
                from
                  (
                    select
                      "line"."city",
                      "line"."period",
                      "line"."kfk_name",
                      "line"."plan_amended_uah",
                      "line"."executed_uah",
                      coalesce(
                        "line"."kfk",
                        nullif(trim("name"."standard_kfk"), ''),
                        '0000'
                      ) as "kfk",
                      case
                        when (
                          length("line"."program") in (4, 7)
                          and "name"."standard_kfk" = coalesce("line"."kfk", "name"."standard_kfk")
                        ) then "name"."program"
                        else ''
                      end as "program"
                    from
                      "stg_budget_programs" as "line"
                      left join "program_names" as "name" on "name"."program" = right("line"."program", 4)
                    where
                      "line"."fund" in ('C', 'S')
                  ) as "line"
                group by
                  "city",
                  cast(year("period") as integer),
                  cast(month("period") as integer),
                  "kfk",
                  "program"
              ) as "spent"
              inner join (
                select
                  "spent"."city",
                  "spent"."year",
                  max("spent"."month") as "months"
                from
                  (
                    select
                      "city",
                      cast(year("period") as integer) as "year",
                      cast(month("period") as integer) as "month",
                      "kfk",
                      "program",
                      arg_max("kfk_name", "period") as "kfk_name",
                      cast(
                        coalesce(sum("plan_amended_uah"), 0) as decimal(18, 2)
                      ) as "plan",
                      cast(
                        coalesce(sum("executed_uah"), 0) as decimal(18, 2)
                      ) as "executed"
                    from
                      (
                        select
                          "line"."city",
                          "line"."period",
                          "line"."kfk_name",
                          "line"."plan_amended_uah",
                          "line"."executed_uah",
                          coalesce(
                            "line"."kfk",
                            nullif(trim("name"."standard_kfk"), ''),
                            '0000'
                          ) as "kfk",
                          case
                            when (
                              length("line"."program") in (4, 7)
                              and "name"."standard_kfk" = coalesce("line"."kfk", "name"."standard_kfk")
                            ) then "name"."program"
                            else ''
                          end as "program"
                        from
                          "stg_budget_programs" as "line"
                          left join "program_names" as "name" on "name"."program" = right("line"."program", 4)
                        where
                          "line"."fund" in ('C', 'S')
                      ) as "line"
                    group by
                      "city",
                      cast(year("period") as integer),
                      cast(month("period") as integer),
                      "kfk",
                      "program"
                  ) as "spent"
                  inner join (
                    select
                      "city",
                      "year",
                      "month",
                      cast(
                        coalesce(sum("executed_cumulative_uah"), 0) as decimal(18, 2)
                      ) as "executed",
                      cast(
                        coalesce(sum("plan_amended_uah"), 0) as decimal(18, 2)
                      ) as "plan"
                    from
                      "int_budget_lines"
                    where
                      "flow" = 'expense'
                    group by
                      "city",
                      "year",
                      "month"
                  ) as "economic" on "economic"."city" = "spent"."city"
                  and "economic"."year" = "spent"."year"
                  and "economic"."month" = "spent"."month"
                group by
                  "spent"."city",
                  "spent"."year"
              ) as "last" on "last"."city" = "spent"."city"
              and "last"."year" = "spent"."year"
              and "last"."months" = "spent"."month"
              inner join (
                select
                  "city",
                  "year",
                  "month",
                  cast(
                    coalesce(sum("executed_cumulative_uah"), 0) as decimal(18, 2)
                  ) as "executed",
                  cast(
                    coalesce(sum("plan_amended_uah"), 0) as decimal(18, 2)
                  ) as "plan"
                from
                  "int_budget_lines"
                where
                  "flow" = 'expense'
                group by
                  "city",
                  "year",
                  "month"
              ) as "economic" on "economic"."city" = "spent"."city"
              and "economic"."year" = "spent"."year"
              and "economic"."month" = "spent"."month"
          ) as "compared"
      ) as "factored"
  ) as "line"
  left join "program_names" as "name" on "name"."program" = "line"."program"
where
  "line"."executed_whole" = "line"."economic_executed"
order by
  "line"."city",
  "line"."year",
  "line"."kfk",
  "line"."program"
