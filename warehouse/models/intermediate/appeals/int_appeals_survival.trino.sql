select
  "city",
  "days",
  "share_open",
  "share_open_low",
  "share_open_high"
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
