select
  "petition"."city",
  "petition"."petition_id",
  "petition"."title",
  "petition"."url",
  "petition"."topic",
  "petition"."scope",
  "petition"."district_id",
  "petition"."status_source",
  "petition"."collection",
  "petition"."decision",
  "petition"."signatures",
  "petition"."threshold",
  "petition"."threshold_source",
  case
    when "petition"."threshold" > 0 then round(
      ("petition"."signatures" / "petition"."threshold"),
      4
    )
  end as "progress",
  case
    when "petition"."residents" > 0 then round(
      (
        ("petition"."signatures" * 1000) / "petition"."residents"
      ),
      3
    )
  end as "signatures_per_1000",
  "petition"."created_at",
  "petition"."opened_at",
  "petition"."closes_at",
  "petition"."threshold_reached_at",
  "petition"."rejected_at",
  "petition"."considered_at",
  "petition"."answered_at",
  case
    when "latest"."date" is not null then cast(
      date_diff('day', "latest"."date", "petition"."closes_date") as integer
    )
  end as "days_left",
  "latest"."pace",
  case
    when (
      "latest"."date" is not null
      and cast(
        date_diff('day', "latest"."date", "petition"."closes_date") as integer
      ) > 0
    ) then round(
      (
        ("petition"."threshold" - "petition"."signatures") / cast(
          date_diff('day', "latest"."date", "petition"."closes_date") as integer
        )
      ),
      3
    )
  end as "needed_pace",
  "like"."chance",
  "answered"."working_day_number" - "noticed"."working_day_number" as "answer_working_days",
  coalesce(
    "petition"."answer_working_days",
    case
      when "petition"."country" = 'UA' then 10
    end
  ) as "answer_due_working_days",
  case
    when (
      "answered"."working_day_number" - "noticed"."working_day_number"
    ) is not null then (
      "answered"."working_day_number" - "noticed"."working_day_number"
    ) <= coalesce(
      "petition"."answer_working_days",
      case
        when "petition"."country" = 'UA' then 10
      end
    )
  end as "is_answered_in_time",
  case
    when "latest"."date" is not null then "seen"."as_of"
  end as "as_of"
from
  "int_petitions_judged" as "petition"
  left join (
    select
      "city",
      max("date") as "as_of"
    from
      "petitions_history"
    group by
      "city"
  ) as "seen" on "seen"."city" = "petition"."city"
  left join (
    select
      "city",
      "petition_id",
      max("date") as "date",
      arg_max("pace", row("date", "pace")) as "pace"
    from
      "petitions_history"
    group by
      "city",
      "petition_id"
  ) as "latest" on "latest"."city" = "petition"."city"
  and "latest"."petition_id" = "petition"."petition_id"
  and "petition"."collection" = 'collecting'
  left join "int_petition_days" as "day" on "day"."city" = "petition"."city"
  and "day"."petition_id" = "petition"."petition_id"
  and "day"."date" = "latest"."date"
  left join "petitions_calibration" as "like" on "like"."city" = "petition"."city"
  and "like"."stage" = "day"."stage"
  and "like"."projected_bin" = "day"."projected_bin"
  left join "calendar" as "noticed" on "noticed"."country" = "petition"."country"
  and "noticed"."date" = "petition"."considered_date"
  left join "calendar" as "answered" on "answered"."country" = "petition"."country"
  and "answered"."date" = "petition"."answered_date"
order by
  "petition"."city",
  "petition"."petition_id"
