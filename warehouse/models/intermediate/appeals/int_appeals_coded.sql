select
  "city",
  "appeal_id",
  "received_at",
  cast(local_time ("received_at", "zone") as date) as "received_on",
  "registered_at",
  "first_response_at",
  coalesce("due_by_source", "due_by_term") as "due_at",
  cast(
    local_time (coalesce("due_by_source", "due_by_term"), "zone") as date
  ) as "due_on",
  "due_by_source",
  "due_by_term",
  "term",
  "extended_to",
  "closed_at",
  cast(local_time ("closed_at", "zone") as date) as "closed_on",
  "reopened_at",
  "category",
  "subcategory",
  case
    when (
      "closed_at" is not null
      or "outcome" in (
        'answered_immediately',
        'resolved',
        'explained',
        'refused',
        'duplicate',
        'annulled'
      )
    ) then 'closed'
    else 'open'
  end as "status",
  "source_status",
  "outcome",
  "basis",
  "sign",
  "subject",
  "duplicate_of",
  "channel",
  "channel_code",
  "organization",
  "district",
  "lon",
  "lat",
  coalesce("closed_at" < "received_at", false) as "is_closed_before_received"
from
  (
    select
      "city",
      "appeal_id",
      "zone",
      "received_at",
      "registered_at",
      "first_response_at",
      "due_at" as "due_by_source",
      "extended_to",
      case
        when "outcome" not in (
          'received',
          'forwarded',
          'in_progress',
          'long_term_control'
        ) then "closed_at"
      end as "closed_at",
      "reopened_at",
      "category",
      "subcategory",
      "status" as "source_status",
      "channel",
      "duplicate_of",
      "sign",
      "subject",
      "organization",
      "district",
      "lon",
      "lat",
      "channel_code",
      "basis",
      "outcome",
      "term",
      case
        when "extended_to" is not null then least(
          case
            when try_cast (
              regexp_extract("term", '^PT([0-9]+)H$', 1) as integer
            ) is not null then "received_at" + to_hours(
              try_cast (
                regexp_extract("term", '^PT([0-9]+)H$', 1) as integer
              )
            )
            when coalesce(
              try_cast (
                regexp_extract("term", '^P([0-9]+)D$', 1) as integer
              ),
              try_cast (
                regexp_extract("term", '^P([0-9]+)M$', 1) as integer
              )
            ) is not null then instant_of (
              date_trunc('day', local_time ("received_at", "zone")) + to_months(
                coalesce(
                  try_cast (
                    regexp_extract("term", '^P([0-9]+)M$', 1) as integer
                  ),
                  0
                )
              ) + to_days(
                coalesce(
                  try_cast (
                    regexp_extract("term", '^P([0-9]+)D$', 1) as integer
                  ),
                  0
                ) + 1
              ) - interval 1 minute,
              "zone"
            )
          end,
          "extended_to"
        )
        else case
          when try_cast (
            regexp_extract("term", '^PT([0-9]+)H$', 1) as integer
          ) is not null then "received_at" + to_hours(
            try_cast (
              regexp_extract("term", '^PT([0-9]+)H$', 1) as integer
            )
          )
          when coalesce(
            try_cast (
              regexp_extract("term", '^P([0-9]+)D$', 1) as integer
            ),
            try_cast (
              regexp_extract("term", '^P([0-9]+)M$', 1) as integer
            )
          ) is not null then instant_of (
            date_trunc('day', local_time ("received_at", "zone")) + to_months(
              coalesce(
                try_cast (
                  regexp_extract("term", '^P([0-9]+)M$', 1) as integer
                ),
                0
              )
            ) + to_days(
              coalesce(
                try_cast (
                  regexp_extract("term", '^P([0-9]+)D$', 1) as integer
                ),
                0
              ) + 1
            ) - interval 1 minute,
            "zone"
          )
        end
      end as "due_by_term"
    from
      (
        select
          "coded".*,
          case
            when (
              "coded"."extended_to" is not null
              and "longest"."term" is not null
            ) then "longest"."term"
            else coalesce(
              "coded"."due_term",
              "kind_norm"."term",
              "topic_norm"."term",
              "law"."term"
            )
          end as "term"
        from
          (
            select
              "appeal".*,
              "cities"."zone",
              case
                when "appeal"."channel" is null then 'unknown'
                else coalesce("channel_word"."code", 'other')
              end as "channel_code",
              case
                when "appeal"."legal_basis" is null then 'unknown'
                else coalesce("basis_word"."code", 'other')
              end as "basis",
              coalesce("status_word"."code", 'other') as "outcome"
            from
              "stg_appeals" as "appeal"
              inner join "cities" on "cities"."city" = "appeal"."city"
              left join "appeal_words" as "channel_word" on "channel_word"."column_name" = 'channel'
              and "channel_word"."word" = lower("appeal"."channel")
              left join "appeal_words" as "basis_word" on "basis_word"."column_name" = 'legal_basis'
              and "basis_word"."word" = lower("appeal"."legal_basis")
              left join "appeal_words" as "status_word" on "status_word"."column_name" = 'status'
              and "status_word"."word" = lower("appeal"."status")
          ) as "coded"
          left join "appeal_terms" as "kind_norm" on "kind_norm"."city" = "coded"."city"
          and "kind_norm"."legal_basis" = "coded"."basis"
          and "kind_norm"."category" = "coded"."category"
          and "kind_norm"."subcategory" = "coded"."subcategory"
          and "kind_norm"."kind" = 'usual'
          and (
            "kind_norm"."valid_from" is null
            or "kind_norm"."valid_from" <= cast(
              local_time ("coded"."received_at", "coded"."zone") as date
            )
          )
          left join "appeal_terms" as "topic_norm" on "topic_norm"."city" = "coded"."city"
          and "topic_norm"."legal_basis" = "coded"."basis"
          and "topic_norm"."category" = "coded"."category"
          and "topic_norm"."subcategory" = ''
          and "topic_norm"."kind" = 'usual'
          and (
            "topic_norm"."valid_from" is null
            or "topic_norm"."valid_from" <= cast(
              local_time ("coded"."received_at", "coded"."zone") as date
            )
          )
          left join "appeal_terms" as "law" on "law"."city" = "coded"."city"
          and "law"."legal_basis" = "coded"."basis"
          and "law"."category" = ''
          and "law"."kind" = 'usual'
          left join "appeal_terms" as "longest" on "longest"."city" = "coded"."city"
          and "longest"."legal_basis" = "coded"."basis"
          and "longest"."category" = ''
          and "longest"."kind" = 'extended'
      ) as "termed"
  ) as "due"
order by
  "city",
  "received_at",
  "appeal_id"
