select
  "member"."city",
  "member"."petition_id",
  "member"."group_id",
  "member"."title",
  "member"."topic",
  "member"."signatures",
  "member"."threshold",
  round("member"."similarity", 3) as "similarity",
  "all"."petitions",
  "all"."signatures" as "signatures_together",
  (
    "all"."reached" = 0
    and "all"."signatures" >= "all"."threshold"
  ) as "is_scattered"
from
  (
    select
      "member"."city",
      "member"."petition_id",
      "member"."group_id",
      "member"."similarity",
      "petition"."title",
      "petition"."topic",
      "petition"."signatures",
      "petition"."threshold",
      "petition"."collection"
    from
      (
        select
          "city",
          "petition_id",
          least(min("petition_id"), min("other_id")) as "group_id",
          max("similarity") as "similarity"
        from
          (
            select
              "city",
              "petition_id",
              "other_id",
              "similarity"
            from
              "int_petition_pairs"
            union all
            select
              "city",
              "other_id" as "petition_id",
              "petition_id" as "other_id",
              "similarity"
            from
              "int_petition_pairs"
          ) as "pair"
        group by
          "city",
          "petition_id"
      ) as "member"
      inner join "petitions" as "petition" on "petition"."city" = "member"."city"
      and "petition"."petition_id" = "member"."petition_id"
  ) as "member"
  inner join (
    select
      "city",
      "group_id",
      cast(count(*) as integer) as "petitions",
      cast(coalesce(sum("signatures"), 0) as bigint) as "signatures",
      max("threshold") as "threshold",
      max(
        case
          when "collection" = 'threshold_reached' then 1
          else 0
        end
      ) as "reached"
    from
      (
        select
          "member"."city",
          "member"."petition_id",
          "member"."group_id",
          "member"."similarity",
          "petition"."title",
          "petition"."topic",
          "petition"."signatures",
          "petition"."threshold",
          "petition"."collection"
        from
          (
            select
              "city",
              "petition_id",
              least(min("petition_id"), min("other_id")) as "group_id",
              max("similarity") as "similarity"
            from
              (
                select
                  "city",
                  "petition_id",
                  "other_id",
                  "similarity"
                from
                  "int_petition_pairs"
                union all
                select
                  "city",
                  "other_id" as "petition_id",
                  "petition_id" as "other_id",
                  "similarity"
                from
                  "int_petition_pairs"
              ) as "pair"
            group by
              "city",
              "petition_id"
          ) as "member"
          inner join "petitions" as "petition" on "petition"."city" = "member"."city"
          and "petition"."petition_id" = "member"."petition_id"
      ) as "member"
    group by
      "city",
      "group_id"
  ) as "all" on "all"."city" = "member"."city"
  and "all"."group_id" = "member"."group_id"
order by
  "member"."city",
  "member"."petition_id"
