select
  "city",
  "counter_id",
  "year",
  "vehicles_in",
  "vehicles_out",
  case
    when "vehicles_out" > 0 then round(("vehicles_in" / "vehicles_out"), 3)
  end as "in_to_out",
  "days",
  (
    case
      when "vehicles_out" > 0 then round(("vehicles_in" / "vehicles_out"), 3)
    end < 0.8
    or case
      when "vehicles_out" > 0 then round(("vehicles_in" / "vehicles_out"), 3)
    end > 1.25
  ) as "is_one_sided"
from
  (
    select
      "going"."city",
      "going"."counter_id",
      cast(year("going"."date") as integer) as "year",
      cast(coalesce(sum("going"."vehicles"), 0) as bigint) as "vehicles_in",
      cast(coalesce(sum("coming"."vehicles"), 0) as bigint) as "vehicles_out",
      cast(count(*) as integer) as "days"
    from
      "traffic_daily" as "going"
      inner join "traffic_daily" as "coming" on "coming"."city" = "going"."city"
      and "coming"."counter_id" = "going"."counter_id"
      and "coming"."date" = "going"."date"
      and "coming"."direction" = 'out'
      and "coming"."is_complete" = true
    where
      "going"."direction" = 'in'
      and "going"."is_complete" = true
    group by
      "going"."city",
      "going"."counter_id",
      cast(year("going"."date") as integer)
  ) as "year"
order by
  "city",
  "counter_id",
  "year"
