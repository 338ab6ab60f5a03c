select
  "city",
  "topic",
  "petition_id",
  "opened_at",
  "piece",
  "pieces"
from
  (
    select
      "city",
      "topic",
      "petition_id",
      "opened_at",
      "piece",
      "pieces",
      cast(
        row_number() over (
          partition by
            "city",
            "petition_id"
          order by
            "found",
            "piece"
        ) as integer
      ) as "rank"
    from
      (
        select
          "text"."city",
          "text"."topic",
          "text"."petition_id",
          "text"."opened_at",
          "each"."item" as "piece",
          cast(len("text"."shingles") as integer) as "pieces",
          cast(
            count(*) over (
              partition by
                "text"."city",
                "each"."item"
            ) as integer
          ) as "found"
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
          ) as "text"
          cross join unnest("text"."shingles") as each (item)
      ) as "one"
  ) as "one"
where
  "rank" <= (("pieces" * 0.25) + 1)
