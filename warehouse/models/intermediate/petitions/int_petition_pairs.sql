select
  *
from
  (
    select
      "pair"."city",
      "pair"."petition_id",
      "pair"."other_id",
      (
        len(
          list_intersect("one"."shingles", "other"."shingles")
        ) / nullif(
          len("one"."shingles") + len("other"."shingles") - len(
            list_intersect("one"."shingles", "other"."shingles")
          ),
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
                  list(
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
              cross join unnest("met"."ids") as each (item)
          ) as "one"
          cross join unnest("one"."ids") as each (item)
        where
          "one"."petition_id" < "each"."item"
      ) as "pair"
      inner join (
        select
          "city",
          "petition_id",
          "opened_at" as "opened_at",
          list_distinct(
            list_transform(
              list_zip(
                string_split(
                  trim(
                    regexp_replace(lower("text"), '[^[:alpha:]’а-яіїєґ]+', ' ', 'g')
                  ),
                  ' '
                ),
                string_split(
                  trim(
                    regexp_replace(lower("text"), '[^[:alpha:]’а-яіїєґ]+', ' ', 'g')
                  ),
                  ' '
                ) [2:],
                string_split(
                  trim(
                    regexp_replace(lower("text"), '[^[:alpha:]’а-яіїєґ]+', ' ', 'g')
                  ),
                  ' '
                ) [3:]
              ) [:-3],
              lambda words: hash(words[1], words[2], words[3])
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
          list_distinct(
            list_transform(
              list_zip(
                string_split(
                  trim(
                    regexp_replace(lower("text"), '[^[:alpha:]’а-яіїєґ]+', ' ', 'g')
                  ),
                  ' '
                ),
                string_split(
                  trim(
                    regexp_replace(lower("text"), '[^[:alpha:]’а-яіїєґ]+', ' ', 'g')
                  ),
                  ' '
                ) [2:],
                string_split(
                  trim(
                    regexp_replace(lower("text"), '[^[:alpha:]’а-яіїєґ]+', ' ', 'g')
                  ),
                  ' '
                ) [3:]
              ) [:-3],
              lambda words: hash(words[1], words[2], words[3])
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
        (
          epoch_us("other"."opened_at") - epoch_us("one"."opened_at")
        ) / 86400000000.0::double
      ) <= 180
      and (
        (
          epoch_us("one"."opened_at") - epoch_us("other"."opened_at")
        ) / 86400000000.0::double
      ) <= 180
  ) as "pair"
where
  "similarity" >= 0.75
