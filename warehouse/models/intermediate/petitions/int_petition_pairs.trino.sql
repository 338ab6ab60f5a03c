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
          "each"."item" as "other_id"
        from
          (
            select
              "met"."city",
              "met"."ids",
              "each"."item" as "petition_id"
            from
              (
                select
                  "city",
                  array_agg(
                    "petition_id"
                    order by
                      "petition_id"
                  ) as "ids"
                from
                  "int_petition_pieces"
                group by
                  "city",
                  "topic",
                  "piece"
                having
                  count(*) > 1
              ) as "met"
              cross join unnest ("met"."ids") as each (item)
          ) as "one"
          cross join unnest ("one"."ids") as each (item)
        where
          "one"."petition_id" < "each"."item"
      ) as "pair"
      inner join (
        select
          "city",
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
      ) as "one" on "one"."city" = "pair"."city"
      and "one"."petition_id" = "pair"."petition_id"
      inner join (
        select
          "city",
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
      ) as "other" on "other"."city" = "pair"."city"
      and "other"."petition_id" = "pair"."other_id"
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
