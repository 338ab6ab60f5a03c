with
  "moment" as (
    select
      "city",
      "category",
      "subcategory",
      "district",
      "organization",
      "basis",
      "days" as "days",
      count(*) as "ended",
      count(*) filter(
        where
          ("is_closed" = true)
      ) as "closed"
    from
      "int_appeals_grouped"
    where
      "days" is not null
    group by
      "city",
      "category",
      "subcategory",
      "district",
      "organization",
      "basis",
      "days"
  ),
  "numbered" as (
    select
      "city",
      "category",
      "subcategory",
      "district",
      "organization",
      "basis",
      row_number() over (
        partition by
          "city"
        order by
          "category",
          "subcategory",
          "district",
          "organization",
          "basis"
      ) as "curve"
    from
      "moment"
    group by
      "city",
      "category",
      "subcategory",
      "district",
      "organization",
      "basis"
  ),
  "watched" as (
    select
      "moment"."city",
      "numbered"."curve",
      "moment"."days",
      "moment"."ended",
      "moment"."closed"
    from
      "moment"
      inner join "numbered" on "numbered"."city" = "moment"."city"
      and "numbered"."category" = "moment"."category"
      and "numbered"."subcategory" = "moment"."subcategory"
      and "numbered"."district" = "moment"."district"
      and "numbered"."organization" = "moment"."organization"
      and "numbered"."basis" = "moment"."basis"
  ),
  "risk" as (
    select
      "city",
      "curve",
      "days",
      "closed",
      sum("ended") over (
        partition by
          "city",
          "curve"
      ) - coalesce(
        sum("ended") over (
          partition by
            "city",
            "curve"
          order by
            "days" rows between unbounded preceding
            and 1 preceding
        ),
        0
      ) as "at_risk"
    from
      "watched"
  ),
  "stepped" as (
    select
      "city",
      "curve",
      "days",
      "closed",
      "at_risk",
      coalesce(
        if(
          min(
            (
              cast(("at_risk" - "closed") as double) / "at_risk"
            )
          ) over (
            partition by
              "city",
              "curve"
            order by
              "days" rows between unbounded preceding
              and current row
          ) > 0,
          exp(
            sum(
              ln(
                nullif(
                  (
                    cast(("at_risk" - "closed") as double) / "at_risk"
                  ),
                  0
                )
              )
            ) over (
              partition by
                "city",
                "curve"
              order by
                "days" rows between unbounded preceding
                and current row
            )
          )
        ),
        0
      ) as "share_open",
      sum(
        case
          when "at_risk" > "closed" then (
            cast("closed" as double) / ("at_risk" * ("at_risk" - "closed"))
          )
        end
      ) over (
        partition by
          "city",
          "curve"
        order by
          "days" rows between unbounded preceding
          and current row
      ) as "variance"
    from
      "risk"
    where
      "closed" > 0
  )
select
  "numbered"."city",
  "numbered"."category",
  "numbered"."subcategory",
  "numbered"."district",
  "numbered"."organization",
  "numbered"."basis",
  "stepped"."days",
  "stepped"."closed",
  "stepped"."at_risk",
  "stepped"."share_open",
  case
    when "stepped"."share_open" > 0
    and "stepped"."share_open" < 1 then power(
      "stepped"."share_open",
      exp(
        1.959963984540054 * sqrt("stepped"."variance") / abs(ln("stepped"."share_open"))
      )
    )
  end as "share_open_low",
  case
    when "stepped"."share_open" > 0
    and "stepped"."share_open" < 1 then power(
      "stepped"."share_open",
      exp(
        -1.959963984540054 * sqrt("stepped"."variance") / abs(ln("stepped"."share_open"))
      )
    )
  end as "share_open_high"
from
  "stepped"
  inner join "numbered" on "numbered"."city" = "stepped"."city"
  and "numbered"."curve" = "stepped"."curve"
