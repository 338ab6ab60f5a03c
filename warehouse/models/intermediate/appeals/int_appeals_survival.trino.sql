select
  "city",
  "category",
  "subcategory",
  "district",
  "organization",
  "basis",
  "days",
  "closed",
  "at_risk",
  "share_open",
  case
    when "share_open" > 0
    and "share_open" < 1 then power(
      "share_open",
      exp(
        1.959963984540054 * sqrt("variance") / abs(ln("share_open"))
      )
    )
  end as "share_open_low",
  case
    when "share_open" > 0
    and "share_open" < 1 then power(
      "share_open",
      exp(
        -1.959963984540054 * sqrt("variance") / abs(ln("share_open"))
      )
    )
  end as "share_open_high"
from
  (
    select
      "city",
      "category",
      "subcategory",
      "district",
      "organization",
      "basis",
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
              "category",
              "subcategory",
              "district",
              "organization",
              "basis"
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
                "category",
                "subcategory",
                "district",
                "organization",
                "basis"
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
          "category",
          "subcategory",
          "district",
          "organization",
          "basis"
        order by
          "days" rows between unbounded preceding
          and current row
      ) as "variance"
    from
      (
        select
          "city",
          "category",
          "subcategory",
          "district",
          "organization",
          "basis",
          "days",
          "closed",
          sum("ended") over (
            partition by
              "city",
              "category",
              "subcategory",
              "district",
              "organization",
              "basis"
          ) - coalesce(
            sum("ended") over (
              partition by
                "city",
                "category",
                "subcategory",
                "district",
                "organization",
                "basis"
              order by
                "days" rows between unbounded preceding
                and 1 preceding
            ),
            0
          ) as "at_risk"
        from
          (
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
          ) as "moment"
      ) as "risk"
    where
      "closed" > 0
  ) as "curve"
