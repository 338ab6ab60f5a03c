select
  *,
  case
    when "elapsed" is null then cast(null as varchar)
    when "elapsed" < 0.25 then '0–25 %'
    when "elapsed" < 0.5 then '25–50 %'
    when "elapsed" < 0.75 then '50–75 %'
    else '75–100 %'
  end as "stage",
  case
    when "projected" is null then cast(null as varchar)
    when "projected" < 0.1 then '< 0.1'
    when "projected" < 0.25 then '0.1–0.25'
    when "projected" < 0.5 then '0.25–0.5'
    when "projected" < 0.75 then '0.5–0.75'
    when "projected" < 1 then '0.75–1'
    when "projected" < 1.5 then '1–1.5'
    else '≥ 1.5'
  end as "projected_bin"
from
  (
    select
      "day"."city",
      "day"."petition_id",
      "day"."date",
      "day"."signatures",
      "petition"."threshold",
      "petition"."collection",
      "petition"."opened_date",
      "petition"."closes_date",
      cast(
        date_diff('day', "day"."date", "petition"."closes_date") as integer
      ) as "days_left",
      (
        cast(
          date_diff('day', "petition"."opened_date", "day"."date") as integer
        ) / cast(
          date_diff(
            'day',
            "petition"."opened_date",
            "petition"."closes_date"
          ) as integer
        )
      ) as "elapsed",
      (
        (
          "day"."signatures" + (
            coalesce(
              "day"."pace",
              (
                "day"."signatures" / (
                  cast(
                    date_diff('day', "petition"."opened_date", "day"."date") as integer
                  ) + 1
                )
              )
            ) * cast(
              date_diff('day', "day"."date", "petition"."closes_date") as integer
            )
          )
        ) / "petition"."threshold"
      ) as "projected"
    from
      "petitions_history" as "day"
      inner join "int_petitions_judged" as "petition" on "petition"."city" = "day"."city"
      and "petition"."petition_id" = "day"."petition_id"
    where
      "petition"."closes_date" > "petition"."opened_date"
      and "petition"."threshold" > 0
      and "day"."signatures" < "petition"."threshold"
  ) as "day"
where
  "days_left" >= 0
