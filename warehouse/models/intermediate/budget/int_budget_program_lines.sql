select
  "city",
  "year",
  "month",
  "kfk",
  "kfk_name",
  "program_code",
  "program",
  "kekv",
  case
    when "programs_plan_uah" = "economic_plan_uah" then cast(
      "plan_part" + case
        when ("rank" = 1) then "programs_plan_uah" - sum("plan_part") over (
          partition by
            "city",
            "year",
            "month"
        )
        else 0
      end as decimal(18, 2)
    )
  end as "plan_amended_uah",
  cast(
    "executed_part" + case
      when ("rank" = 1) then "programs_executed_uah" - sum("executed_part") over (
        partition by
          "city",
          "year",
          "month"
      )
      else 0
    end as decimal(18, 2)
  ) as "executed_cumulative_uah"
from
  (
    select
      "line"."city",
      "line"."year",
      "line"."month",
      "line"."kfk",
      "line"."kfk_name",
      "line"."program_code",
      "line"."program",
      "line"."kekv",
      "total"."programs_plan_uah",
      "total"."economic_plan_uah",
      "total"."programs_executed_uah",
      cast(
        "line"."plan" / "total"."factor" as decimal(18, 2)
      ) as "plan_part",
      cast(
        "line"."executed" / "total"."factor" as decimal(18, 2)
      ) as "executed_part",
      row_number() over (
        partition by
          "line"."city",
          "line"."year",
          "line"."month"
        order by
          "line"."executed" desc,
          "line"."kfk",
          "line"."program_code",
          "line"."kekv"
      ) as "rank"
    from
      (
        select
          "city",
          cast(year("period") as integer) as "year",
          cast(month("period") as integer) as "month",
          "kfk",
          "program_code",
          "kekv",
          max("program") as "program",
          arg_max("kfk_name", row("period", "kfk_name")) as "kfk_name",
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
              coalesce("line"."kekv", '') as "kekv",
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
              end as "program",
              case
                when (
                  length("line"."program") in (4, 7)
                  and "name"."standard_kfk" = coalesce("line"."kfk", "name"."standard_kfk")
                ) then "line"."program"
                else ''
              end as "program_code"
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
          "program_code",
          "kekv"
      ) as "line"
      inner join "int_budget_program_totals" as "total" on "total"."city" = "line"."city"
      and "total"."year" = "line"."year"
      and "total"."month" = "line"."month"
      and "total"."programs_executed_uah" = "total"."economic_executed_uah"
  ) as "line"
