select
  "city",
  "intervention_id",
  "role",
  "place",
  (
    cast(
      sum(try_cast("value_before" as decimal(38, 15))) as double
    ) / count(try_cast("value_before" as decimal(38, 15)))
  ) as "before",
  (
    cast(
      sum(try_cast("value_after" as decimal(38, 15))) as double
    ) / count(try_cast("value_after" as decimal(38, 15)))
  ) as "after",
  case
    when count("value_before") > 1 then regr_slope("value_before", "step")
  end as "slope_before",
  cast(count("value_before") as integer) as "months_before_found",
  cast(count("value_after") as integer) as "months_after_found",
  cast(coalesce(sum("base_before"), 0) as bigint) as "base_before",
  cast(coalesce(sum("base_after"), 0) as bigint) as "base_after"
from
  (
    select
      "city",
      "intervention_id",
      "role",
      "place",
      "step",
      case
        when "step" < 0 then "value"
      end as "value_before",
      case
        when "step" >= 0 then "value"
      end as "value_after",
      case
        when "step" < 0 then "base"
      end as "base_before",
      case
        when "step" >= 0 then "base"
      end as "base_after"
    from
      "int_interventions_panel"
  ) as "month"
group by
  "city",
  "intervention_id",
  "role",
  "place"
