with
  "by_all_keys" as (
    select
      "city",
      "category",
      "subcategory",
      "district",
      "organization",
      "basis",
      count(*) as "received",
      count(*) filter(
        where
          ("days" is null)
      ) as "left_out",
      count(*) filter(
        where
          ("is_closed" = false)
      ) as "still_open",
      count(*) filter(
        where
          ("is_on_time" is not null)
      ) as "closed_with_term",
      count(*) filter(
        where
          ("is_on_time" = true)
      ) as "on_time",
      count(*) filter(
        where
          ("is_overdue" = true)
      ) as "overdue_open",
      count(*) filter(
        where
          ("reopened_at" is not null)
      ) as "reopened",
      count(*) filter(
        where
          (
            "reopened_at" is not null
            or "is_closed" = true
          )
      ) as "ever_closed"
    from
      "int_appeals_durations"
    group by
      "city",
      "category",
      "subcategory",
      "district",
      "organization",
      "basis"
  ),
  "counted" as (
    select
      "city",
      '' as "category",
      '' as "subcategory",
      '' as "district",
      '' as "organization",
      '' as "basis",
      cast(coalesce(sum("received"), 0) as bigint) as "received",
      cast(coalesce(sum("left_out"), 0) as bigint) as "left_out",
      cast(coalesce(sum("still_open"), 0) as bigint) as "still_open",
      cast(coalesce(sum("closed_with_term"), 0) as bigint) as "closed_with_term",
      cast(coalesce(sum("on_time"), 0) as bigint) as "on_time",
      cast(coalesce(sum("overdue_open"), 0) as bigint) as "overdue_open",
      cast(coalesce(sum("reopened"), 0) as bigint) as "reopened",
      cast(coalesce(sum("ever_closed"), 0) as bigint) as "ever_closed"
    from
      "by_all_keys"
    group by
      "city"
    union all
    select
      "city",
      "category" as "category",
      '' as "subcategory",
      '' as "district",
      '' as "organization",
      '' as "basis",
      cast(coalesce(sum("received"), 0) as bigint) as "received",
      cast(coalesce(sum("left_out"), 0) as bigint) as "left_out",
      cast(coalesce(sum("still_open"), 0) as bigint) as "still_open",
      cast(coalesce(sum("closed_with_term"), 0) as bigint) as "closed_with_term",
      cast(coalesce(sum("on_time"), 0) as bigint) as "on_time",
      cast(coalesce(sum("overdue_open"), 0) as bigint) as "overdue_open",
      cast(coalesce(sum("reopened"), 0) as bigint) as "reopened",
      cast(coalesce(sum("ever_closed"), 0) as bigint) as "ever_closed"
    from
      "by_all_keys"
    group by
      "city",
      "category"
    union all
    select
      "city",
      "category" as "category",
      "subcategory" as "subcategory",
      '' as "district",
      '' as "organization",
      '' as "basis",
      cast(coalesce(sum("received"), 0) as bigint) as "received",
      cast(coalesce(sum("left_out"), 0) as bigint) as "left_out",
      cast(coalesce(sum("still_open"), 0) as bigint) as "still_open",
      cast(coalesce(sum("closed_with_term"), 0) as bigint) as "closed_with_term",
      cast(coalesce(sum("on_time"), 0) as bigint) as "on_time",
      cast(coalesce(sum("overdue_open"), 0) as bigint) as "overdue_open",
      cast(coalesce(sum("reopened"), 0) as bigint) as "reopened",
      cast(coalesce(sum("ever_closed"), 0) as bigint) as "ever_closed"
    from
      "by_all_keys"
    group by
      "city",
      "category",
      "subcategory"
    union all
    select
      "city",
      '' as "category",
      '' as "subcategory",
      "district" as "district",
      '' as "organization",
      '' as "basis",
      cast(coalesce(sum("received"), 0) as bigint) as "received",
      cast(coalesce(sum("left_out"), 0) as bigint) as "left_out",
      cast(coalesce(sum("still_open"), 0) as bigint) as "still_open",
      cast(coalesce(sum("closed_with_term"), 0) as bigint) as "closed_with_term",
      cast(coalesce(sum("on_time"), 0) as bigint) as "on_time",
      cast(coalesce(sum("overdue_open"), 0) as bigint) as "overdue_open",
      cast(coalesce(sum("reopened"), 0) as bigint) as "reopened",
      cast(coalesce(sum("ever_closed"), 0) as bigint) as "ever_closed"
    from
      "by_all_keys"
    group by
      "city",
      "district"
    union all
    select
      "city",
      "category" as "category",
      '' as "subcategory",
      "district" as "district",
      '' as "organization",
      '' as "basis",
      cast(coalesce(sum("received"), 0) as bigint) as "received",
      cast(coalesce(sum("left_out"), 0) as bigint) as "left_out",
      cast(coalesce(sum("still_open"), 0) as bigint) as "still_open",
      cast(coalesce(sum("closed_with_term"), 0) as bigint) as "closed_with_term",
      cast(coalesce(sum("on_time"), 0) as bigint) as "on_time",
      cast(coalesce(sum("overdue_open"), 0) as bigint) as "overdue_open",
      cast(coalesce(sum("reopened"), 0) as bigint) as "reopened",
      cast(coalesce(sum("ever_closed"), 0) as bigint) as "ever_closed"
    from
      "by_all_keys"
    group by
      "city",
      "category",
      "district"
    union all
    select
      "city",
      '' as "category",
      '' as "subcategory",
      '' as "district",
      "organization" as "organization",
      '' as "basis",
      cast(coalesce(sum("received"), 0) as bigint) as "received",
      cast(coalesce(sum("left_out"), 0) as bigint) as "left_out",
      cast(coalesce(sum("still_open"), 0) as bigint) as "still_open",
      cast(coalesce(sum("closed_with_term"), 0) as bigint) as "closed_with_term",
      cast(coalesce(sum("on_time"), 0) as bigint) as "on_time",
      cast(coalesce(sum("overdue_open"), 0) as bigint) as "overdue_open",
      cast(coalesce(sum("reopened"), 0) as bigint) as "reopened",
      cast(coalesce(sum("ever_closed"), 0) as bigint) as "ever_closed"
    from
      "by_all_keys"
    group by
      "city",
      "organization"
    union all
    select
      "city",
      '' as "category",
      '' as "subcategory",
      '' as "district",
      "organization" as "organization",
      "basis" as "basis",
      cast(coalesce(sum("received"), 0) as bigint) as "received",
      cast(coalesce(sum("left_out"), 0) as bigint) as "left_out",
      cast(coalesce(sum("still_open"), 0) as bigint) as "still_open",
      cast(coalesce(sum("closed_with_term"), 0) as bigint) as "closed_with_term",
      cast(coalesce(sum("on_time"), 0) as bigint) as "on_time",
      cast(coalesce(sum("overdue_open"), 0) as bigint) as "overdue_open",
      cast(coalesce(sum("reopened"), 0) as bigint) as "reopened",
      cast(coalesce(sum("ever_closed"), 0) as bigint) as "ever_closed"
    from
      "by_all_keys"
    group by
      "city",
      "organization",
      "basis"
  )
select
  "counted"."city",
  "counted"."category",
  "counted"."subcategory",
  "counted"."district",
  "counted"."organization",
  "counted"."basis",
  "counted"."received",
  "counted"."left_out",
  "counted"."still_open",
  "crossed"."median_days",
  "crossed"."median_low_days",
  "crossed"."median_high_days",
  "crossed"."p90_days",
  "crossed"."p90_low_days",
  "crossed"."p90_high_days",
  "crossed"."median_days_closed_only",
  "crossed"."open_after_30_days_share",
  "counted"."closed_with_term",
  (
    cast("on_time" as double) / nullif("closed_with_term", 0)
  ) as "on_time_share",
  case
    when "closed_with_term" > 0 then greatest(
      0,
      least(
        1,
        (
          (
            "on_time" + -1.959963984540054e0 * -1.959963984540054e0 / 2
          ) + -1.959963984540054e0 * sqrt(
            cast("on_time" as double) * ("closed_with_term" - "on_time") / "closed_with_term" + -1.959963984540054e0 * -1.959963984540054e0 / 4
          )
        ) / (
          "closed_with_term" + -1.959963984540054e0 * -1.959963984540054e0
        )
      )
    )
  end as "on_time_low",
  case
    when "closed_with_term" > 0 then greatest(
      0,
      least(
        1,
        (
          (
            "on_time" + 1.959963984540054e0 * 1.959963984540054e0 / 2
          ) + 1.959963984540054e0 * sqrt(
            cast("on_time" as double) * ("closed_with_term" - "on_time") / "closed_with_term" + 1.959963984540054e0 * 1.959963984540054e0 / 4
          )
        ) / (
          "closed_with_term" + 1.959963984540054e0 * 1.959963984540054e0
        )
      )
    )
  end as "on_time_high",
  "counted"."overdue_open",
  "counted"."ever_closed",
  (
    cast("overdue_open" as double) / nullif("still_open", 0)
  ) as "overdue_open_share",
  (
    cast("reopened" as double) / nullif("ever_closed", 0)
  ) as "reopened_share",
  case
    when "ever_closed" > 0 then greatest(
      0,
      least(
        1,
        (
          (
            "reopened" + -1.959963984540054e0 * -1.959963984540054e0 / 2
          ) + -1.959963984540054e0 * sqrt(
            cast("reopened" as double) * ("ever_closed" - "reopened") / "ever_closed" + -1.959963984540054e0 * -1.959963984540054e0 / 4
          )
        ) / (
          "ever_closed" + -1.959963984540054e0 * -1.959963984540054e0
        )
      )
    )
  end as "reopened_low",
  case
    when "ever_closed" > 0 then greatest(
      0,
      least(
        1,
        (
          (
            "reopened" + 1.959963984540054e0 * 1.959963984540054e0 / 2
          ) + 1.959963984540054e0 * sqrt(
            cast("reopened" as double) * ("ever_closed" - "reopened") / "ever_closed" + 1.959963984540054e0 * 1.959963984540054e0 / 4
          )
        ) / (
          "ever_closed" + 1.959963984540054e0 * 1.959963984540054e0
        )
      )
    )
  end as "reopened_high"
from
  "counted"
  left join (
    select
      "city",
      "category",
      "subcategory",
      "district",
      "organization",
      "basis",
      min("days") filter(
        where
          ("share_open" <= 0.500000001)
      ) as "median_days",
      min("days") filter(
        where
          ("share_open_low" <= 0.500000001)
      ) as "median_low_days",
      min("days") filter(
        where
          ("share_open_high" <= 0.500000001)
      ) as "median_high_days",
      min("days") filter(
        where
          ("share_open" <= 0.100000001)
      ) as "p90_days",
      min("days") filter(
        where
          ("share_open_low" <= 0.100000001)
      ) as "p90_low_days",
      min("days") filter(
        where
          ("share_open_high" <= 0.100000001)
      ) as "p90_high_days",
      (
        cast(
          (
            min("days") filter(
              where
                ("closed_share" >= 0.5)
            ) + min("days") filter(
              where
                ("closed_share" > 0.5)
            )
          ) as double
        ) / 2
      ) as "median_days_closed_only",
      coalesce(
        min("share_open") filter(
          where
            ("days" <= 30)
        ),
        1
      ) as "open_after_30_days_share"
    from
      (
        with
          "combination" as (
            select
              "city",
              "category",
              "subcategory",
              "district",
              "organization",
              "basis",
              max(
                case
                  when "is_closed" = true then "days"
                end
              ) as "last_closed",
              count(*) filter(
                where
                  ("is_closed" = true)
              ) as "ever_closed"
            from
              "int_appeals_durations"
            where
              "days" is not null
            group by
              "city",
              "category",
              "subcategory",
              "district",
              "organization",
              "basis"
          ),
          "member" as (
            select
              "city",
              "category",
              "subcategory",
              "district",
              "organization",
              "basis",
              "last_closed",
              "ever_closed",
              '' as "of_category",
              '' as "of_subcategory",
              '' as "of_district",
              '' as "of_organization",
              '' as "of_basis"
            from
              "combination"
            union all
            select
              "city",
              "category",
              "subcategory",
              "district",
              "organization",
              "basis",
              "last_closed",
              "ever_closed",
              "category" as "of_category",
              '' as "of_subcategory",
              '' as "of_district",
              '' as "of_organization",
              '' as "of_basis"
            from
              "combination"
            union all
            select
              "city",
              "category",
              "subcategory",
              "district",
              "organization",
              "basis",
              "last_closed",
              "ever_closed",
              "category" as "of_category",
              "subcategory" as "of_subcategory",
              '' as "of_district",
              '' as "of_organization",
              '' as "of_basis"
            from
              "combination"
            union all
            select
              "city",
              "category",
              "subcategory",
              "district",
              "organization",
              "basis",
              "last_closed",
              "ever_closed",
              '' as "of_category",
              '' as "of_subcategory",
              "district" as "of_district",
              '' as "of_organization",
              '' as "of_basis"
            from
              "combination"
            union all
            select
              "city",
              "category",
              "subcategory",
              "district",
              "organization",
              "basis",
              "last_closed",
              "ever_closed",
              "category" as "of_category",
              '' as "of_subcategory",
              "district" as "of_district",
              '' as "of_organization",
              '' as "of_basis"
            from
              "combination"
            union all
            select
              "city",
              "category",
              "subcategory",
              "district",
              "organization",
              "basis",
              "last_closed",
              "ever_closed",
              '' as "of_category",
              '' as "of_subcategory",
              '' as "of_district",
              "organization" as "of_organization",
              '' as "of_basis"
            from
              "combination"
            union all
            select
              "city",
              "category",
              "subcategory",
              "district",
              "organization",
              "basis",
              "last_closed",
              "ever_closed",
              '' as "of_category",
              '' as "of_subcategory",
              '' as "of_district",
              "organization" as "of_organization",
              "basis" as "of_basis"
            from
              "combination"
          ),
          "curve" as (
            select
              "city",
              "of_category",
              "of_subcategory",
              "of_district",
              "of_organization",
              "of_basis",
              "ever_closed",
              "last_closed" as "last_closed",
              row_number() over (
                partition by
                  1
                order by
                  "city",
                  "of_category",
                  "of_subcategory",
                  "of_district",
                  "of_organization",
                  "of_basis"
              ) as "curve"
            from
              (
                select
                  "city",
                  "of_category",
                  "of_subcategory",
                  "of_district",
                  "of_organization",
                  "of_basis",
                  max("last_closed") as "last_closed",
                  cast(coalesce(sum("ever_closed"), 0) as bigint) as "ever_closed"
                from
                  "member"
                group by
                  "city",
                  "of_category",
                  "of_subcategory",
                  "of_district",
                  "of_organization",
                  "of_basis"
              ) as "group"
            where
              "last_closed" is not null
          ),
          "watched" as (
            select
              "member"."city",
              "member"."category",
              "member"."subcategory",
              "member"."district",
              "member"."organization",
              "member"."basis",
              "curve"."curve",
              "curve"."last_closed"
            from
              "member"
              inner join "curve" on "curve"."city" = "member"."city"
              and "curve"."of_category" = "member"."of_category"
              and "curve"."of_subcategory" = "member"."of_subcategory"
              and "curve"."of_district" = "member"."of_district"
              and "curve"."of_organization" = "member"."of_organization"
              and "curve"."of_basis" = "member"."of_basis"
          ),
          "end" as (
            select
              "watched"."curve",
              least("appeal"."days", "watched"."last_closed") as "days",
              "appeal"."is_closed"
            from
              "int_appeals_durations" as "appeal"
              inner join "watched" on "watched"."city" = "appeal"."city"
              and "watched"."category" = "appeal"."category"
              and "watched"."subcategory" = "appeal"."subcategory"
              and "watched"."district" = "appeal"."district"
              and "watched"."organization" = "appeal"."organization"
              and "watched"."basis" = "appeal"."basis"
            where
              "appeal"."days" is not null
          ),
          "moment" as (
            select
              "curve",
              "days",
              cast(count(*) as double) as "ended",
              cast(
                count(*) filter(
                  where
                    ("is_closed" = true)
                ) as double
              ) as "closed"
            from
              "end"
            group by
              "curve",
              "days"
          ),
          "risk" as (
            select
              "curve",
              "days",
              "closed",
              sum("ended") over (
                partition by
                  "curve"
                order by
                  "days" desc rows between unbounded preceding
                  and current row
              ) as "at_risk"
            from
              "moment"
          ),
          "stepped" as (
            select
              "curve",
              "days",
              "closed",
              "at_risk",
              sum("closed") over (
                partition by
                  "curve"
                order by
                  "days" rows between unbounded preceding
                  and current row
              ) as "closed_so_far",
              exp(
                sum(
                  round(
                    case
                      when (
                        cast(("at_risk" - "closed") as double) / "at_risk"
                      ) > 0 then ln(
                        case
                          when (
                            cast(("at_risk" - "closed") as double) / "at_risk"
                          ) > 0 then (
                            cast(("at_risk" - "closed") as double) / "at_risk"
                          )
                        end
                      )
                      when (
                        cast(("at_risk" - "closed") as double) / "at_risk"
                      ) <= 0 then -1e6
                    end * cast(140737488355328 as double)
                  )
                ) over (
                  partition by
                    "curve"
                  order by
                    "days" rows between unbounded preceding
                    and current row
                ) / cast(140737488355328 as double)
              ) as "share_open",
              (
                sum(
                  round(
                    case
                      when "at_risk" > "closed" then (
                        cast("closed" as double) / ("at_risk" * ("at_risk" - "closed"))
                      )
                    end * cast(4503599627370496 as double)
                  )
                ) over (
                  partition by
                    "curve"
                  order by
                    "days" rows between unbounded preceding
                    and current row
                ) / cast(4503599627370496 as double)
              ) as "variance"
            from
              "risk"
            where
              "closed" > 0
          )
        select
          "curve"."city",
          "curve"."of_category" as "category",
          "curve"."of_subcategory" as "subcategory",
          "curve"."of_district" as "district",
          "curve"."of_organization" as "organization",
          "curve"."of_basis" as "basis",
          "stepped"."days",
          (
            cast("stepped"."closed_so_far" as double) / "curve"."ever_closed"
          ) as "closed_share",
          "stepped"."share_open",
          case
            when "stepped"."share_open" > 0
            and "stepped"."share_open" < 1 then power(
              "stepped"."share_open",
              exp(
                1.959963984540054e0 * sqrt("stepped"."variance") / abs(ln("stepped"."share_open"))
              )
            )
          end as "share_open_low",
          case
            when "stepped"."share_open" > 0
            and "stepped"."share_open" < 1 then power(
              "stepped"."share_open",
              exp(
                -1.959963984540054e0 * sqrt("stepped"."variance") / abs(ln("stepped"."share_open"))
              )
            )
          end as "share_open_high"
        from
          "stepped"
          inner join "curve" on "curve"."curve" = "stepped"."curve"
      ) as "curve"
    group by
      "city",
      "category",
      "subcategory",
      "district",
      "organization",
      "basis"
  ) as "crossed" on "crossed"."city" = "counted"."city"
  and "crossed"."category" = "counted"."category"
  and "crossed"."subcategory" = "counted"."subcategory"
  and "crossed"."district" = "counted"."district"
  and "crossed"."organization" = "counted"."organization"
  and "crossed"."basis" = "counted"."basis"
