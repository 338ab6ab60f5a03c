select
  "curve"."city",
  "curve"."day",
  "curve"."share_open",
  "curve"."share_open_low",
  "curve"."share_open_high",
  "naive"."share" as "share_open_closed_only"
from
  (
    select
      "city",
      case
        when "days" <= 10 then ceil("days" * 4) / 4
        else ceil("days")
      end as "day",
      min("share_open") as "share_open",
      arg_max("share_open_low", row("days", "share_open_low")) as "share_open_low",
      arg_max("share_open_high", row("days", "share_open_high")) as "share_open_high"
    from
      "int_appeals_survival"
    group by
      "city",
      case
        when "days" <= 10 then ceil("days" * 4) / 4
        else ceil("days")
      end
  ) as "curve"
  inner join (
    select
      "city",
      "day",
      1 - (
        sum("n") over (
          partition by
            "city"
          order by
            "day" rows between unbounded preceding
            and current row
        ) / sum("n") over (
          partition by
            "city"
        )
      ) as "share"
    from
      (
        select
          "city",
          case
            when "days" <= 10 then ceil("days" * 4) / 4
            else ceil("days")
          end as "day",
          count(*) filter(
            where
              ("is_closed" = true)
          ) as "n",
          count(*) as "all"
        from
          "int_appeals_durations"
        where
          "days" is not null
        group by
          "city",
          case
            when "days" <= 10 then ceil("days" * 4) / 4
            else ceil("days")
          end
      ) as "closed"
  ) as "naive" on "naive"."city" = "curve"."city"
  and "naive"."day" = "curve"."day"
order by
  "curve"."city",
  "curve"."day"
