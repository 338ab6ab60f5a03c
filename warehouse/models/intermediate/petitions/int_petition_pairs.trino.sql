select
  *
from
  (
    select
      "pair"."city",
      "pair"."petition_id",
      "pair"."other_id",
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
        select distinct
          "one"."city",
          "one"."petition_id",
          "other"."petition_id" as "other_id"
        from
          "int_petition_pieces" as "one"
          inner join "int_petition_pieces" as "other" on "other"."city" = "one"."city"
          and "other"."topic" = "one"."topic"
          and "other"."piece" = "one"."piece"
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
          and "one"."pieces" >= ("other"."pieces" * 0.75)
          and "other"."pieces" >= ("one"."pieces" * 0.75)
      ) as "pair"
      inner join (
        select
          "city",
          "petition_id",
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
      ) as "one" on "one"."city" = "pair"."city"
      and "one"."petition_id" = "pair"."petition_id"
      inner join (
        select
          "city",
          "petition_id",
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
      ) as "other" on "other"."city" = "pair"."city"
      and "other"."petition_id" = "pair"."other_id"
  ) as "pair"
where
  "similarity" >= 0.75
