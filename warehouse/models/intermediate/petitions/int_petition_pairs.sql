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
          "other"."petition_id" as "other_id"
        from
          "int_petition_pieces" as "one"
          inner join "int_petition_pieces" as "other" on "other"."city" = "one"."city"
          and "other"."topic" = "one"."topic"
          and "other"."piece" = "one"."piece"
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
          and "one"."pieces" >= ("other"."pieces" * 0.75)
          and "other"."pieces" >= ("one"."pieces" * 0.75)
      ) as "pair"
      inner join (
        select
          "city",
          "petition_id",
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
  ) as "pair"
where
  "similarity" >= 0.75
