select
  *
from
  (
    select
      "one"."city",
      "one"."petition_id",
      "other"."petition_id" as "other_id",
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
        select
          "city",
          coalesce("topic", '') as "topic",
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
          and "opened_at" is not null
      ) as "one"
      inner join (
        select
          "city",
          coalesce("topic", '') as "topic",
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
          and "opened_at" is not null
      ) as "other" on "other"."city" = "one"."city"
      and "other"."topic" = "one"."topic"
      and "other"."petition_id" > "one"."petition_id"
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
