select
  *
from
  (
    select
      "one"."city",
      "one"."petition_id",
      "other"."petition_id" as "other_id",
      (
        cast(
          cardinality(
            array_intersect("one"."shingles", "other"."shingles")
          ) as double
        ) / nullif(
          cardinality(array_union("one"."shingles", "other"."shingles")),
          0
        )
      ) as "similarity"
    from
      (
        select
          "city",
          coalesce("topic", '') as "topic",
          "petition_id",
          "opened_at" as "opened_at",
          array_distinct(
            transform(
              ngrams(
                split(
                  trim(regexp_replace(lower("text"), '[^\p{L}’]+', ' ')),
                  ' '
                ),
                3
              ),
              words -> array_join(words, ' ')
            )
          ) as "shingles"
        from
          "stg_petitions"
        where
          "text" is not null
          and "opened_at" is not null
      ) as "one"
      inner join (
        select
          "city",
          coalesce("topic", '') as "topic",
          "petition_id",
          "opened_at" as "opened_at",
          array_distinct(
            transform(
              ngrams(
                split(
                  trim(regexp_replace(lower("text"), '[^\p{L}’]+', ' ')),
                  ' '
                ),
                3
              ),
              words -> array_join(words, ' ')
            )
          ) as "shingles"
        from
          "stg_petitions"
        where
          "text" is not null
          and "opened_at" is not null
      ) as "other" on "other"."city" = "one"."city"
      and "other"."topic" = "one"."topic"
      and "other"."petition_id" > "one"."petition_id"
    where
      (
        date_diff(
          'millisecond',
          "one"."opened_at",
          "other"."opened_at"
        ) / 86400000e0
      ) <= 180
      and (
        date_diff(
          'millisecond',
          "other"."opened_at",
          "one"."opened_at"
        ) / 86400000e0
      ) <= 180
  ) as "pair"
where
  "similarity" >= 0.75
