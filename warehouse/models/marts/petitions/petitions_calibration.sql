select
  "city",
  "stage",
  "projected_bin",
  "petitions",
  "reached",
  "chance",
  "petitions_before",
  "chance_before",
  "petitions_after",
  case
    when "petitions_after" > 0 then round(("reached_after" / "petitions_after"), 4)
  end as "share_after",
  round(
    case
      when "petitions_after" > 0 then greatest(
        0,
        least(
          1,
          (
            ("reached_after" + -1.959964e0 * -1.959964e0 / 2) + -1.959964e0 * sqrt(
              cast("reached_after" as double) * ("petitions_after" - "reached_after") / "petitions_after" + -1.959964e0 * -1.959964e0 / 4
            )
          ) / ("petitions_after" + -1.959964e0 * -1.959964e0)
        )
      )
    end,
    4
  ) as "share_after_low",
  round(
    case
      when "petitions_after" > 0 then greatest(
        0,
        least(
          1,
          (
            ("reached_after" + 1.959964e0 * 1.959964e0 / 2) + 1.959964e0 * sqrt(
              cast("reached_after" as double) * ("petitions_after" - "reached_after") / "petitions_after" + 1.959964e0 * 1.959964e0 / 4
            )
          ) / ("petitions_after" + 1.959964e0 * 1.959964e0)
        )
      )
    end,
    4
  ) as "share_after_high",
  round("brier", 4) as "brier",
  round("brier_of_mean", 4) as "brier_of_mean",
  round((1 - ("brier" / nullif("brier_of_mean", 0))), 4) as "skill"
from
  (
    select
      "city",
      "stage",
      "projected_bin",
      "petitions",
      "reached",
      round("chance", 4) as "chance",
      "petitions_before",
      round("chance_before", 4) as "chance_before",
      "petitions_after",
      "reached_after",
      cast(null as double precision) as "brier",
      cast(null as double precision) as "brier_of_mean"
    from
      (
        select
          *,
          (("reached" + 0.5) / ("petitions" + 1)) as "chance",
          (
            ("reached_before" + 0.5) / ("petitions_before" + 1)
          ) as "chance_before"
        from
          (
            select
              "city",
              "stage",
              "projected_bin",
              cast(count(*) as integer) as "petitions",
              cast(sum("reached") as integer) as "reached",
              cast(
                count(*) filter(
                  where
                    ("is_before" = true)
                ) as integer
              ) as "petitions_before",
              cast(
                coalesce(
                  cast(
                    sum(try_cast ("reached" as decimal(38, 15))) filter(
                      where
                        ("is_before" = true)
                    ) as double
                  ),
                  0
                ) as integer
              ) as "reached_before",
              cast(
                count(*) filter(
                  where
                    ("is_before" = false)
                ) as integer
              ) as "petitions_after",
              cast(
                coalesce(
                  cast(
                    sum(try_cast ("reached" as decimal(38, 15))) filter(
                      where
                        ("is_before" = false)
                    ) as double
                  ),
                  0
                ) as integer
              ) as "reached_after"
            from
              (
                select
                  "look"."city",
                  "look"."stage",
                  "look"."projected_bin",
                  "look"."reached",
                  ("placed"."place" * 2) <= "all"."petitions" as "is_before"
                from
                  (
                    select
                      *
                    from
                      (
                        select
                          "city",
                          "petition_id",
                          "opened_date",
                          "stage",
                          "projected_bin",
                          case
                            when "collection" = 'threshold_reached' then 1
                            else 0
                          end as "reached",
                          row_number() over (
                            partition by
                              "city",
                              "petition_id",
                              "stage"
                            order by
                              (
                                "elapsed" - case
                                  when "elapsed" is null then 0
                                  when "stage" = '0–25 %' then 0.125
                                  when "stage" = '25–50 %' then 0.375
                                  when "stage" = '50–75 %' then 0.625
                                  when "stage" = '75–100 %' then 0.875
                                end
                              ) * (
                                "elapsed" - case
                                  when "elapsed" is null then 0
                                  when "stage" = '0–25 %' then 0.125
                                  when "stage" = '25–50 %' then 0.375
                                  when "stage" = '50–75 %' then 0.625
                                  when "stage" = '75–100 %' then 0.875
                                end
                              ),
                              "date"
                          ) as "place"
                        from
                          "int_petition_days"
                        where
                          "collection" in ('threshold_reached', 'expired')
                          and "stage" is not null
                          and "projected_bin" is not null
                      ) as "look"
                    where
                      "place" = 1
                  ) as "look"
                  inner join (
                    select
                      "city",
                      "petition_id",
                      row_number() over (
                        partition by
                          "city"
                        order by
                          "opened_date",
                          "petition_id"
                      ) as "place"
                    from
                      (
                        select distinct
                          "city",
                          "petition_id",
                          "opened_date"
                        from
                          (
                            select
                              *
                            from
                              (
                                select
                                  "city",
                                  "petition_id",
                                  "opened_date",
                                  "stage",
                                  "projected_bin",
                                  case
                                    when "collection" = 'threshold_reached' then 1
                                    else 0
                                  end as "reached",
                                  row_number() over (
                                    partition by
                                      "city",
                                      "petition_id",
                                      "stage"
                                    order by
                                      (
                                        "elapsed" - case
                                          when "elapsed" is null then 0
                                          when "stage" = '0–25 %' then 0.125
                                          when "stage" = '25–50 %' then 0.375
                                          when "stage" = '50–75 %' then 0.625
                                          when "stage" = '75–100 %' then 0.875
                                        end
                                      ) * (
                                        "elapsed" - case
                                          when "elapsed" is null then 0
                                          when "stage" = '0–25 %' then 0.125
                                          when "stage" = '25–50 %' then 0.375
                                          when "stage" = '50–75 %' then 0.625
                                          when "stage" = '75–100 %' then 0.875
                                        end
                                      ),
                                      "date"
                                  ) as "place"
                                from
                                  "int_petition_days"
                                where
                                  "collection" in ('threshold_reached', 'expired')
                                  and "stage" is not null
                                  and "projected_bin" is not null
                              ) as "look"
                            where
                              "place" = 1
                          ) as "look"
                      ) as "petition"
                  ) as "placed" on "placed"."city" = "look"."city"
                  and "placed"."petition_id" = "look"."petition_id"
                  inner join (
                    select
                      "city",
                      count(*) as "petitions"
                    from
                      (
                        select distinct
                          "city",
                          "petition_id",
                          "opened_date"
                        from
                          (
                            select
                              *
                            from
                              (
                                select
                                  "city",
                                  "petition_id",
                                  "opened_date",
                                  "stage",
                                  "projected_bin",
                                  case
                                    when "collection" = 'threshold_reached' then 1
                                    else 0
                                  end as "reached",
                                  row_number() over (
                                    partition by
                                      "city",
                                      "petition_id",
                                      "stage"
                                    order by
                                      (
                                        "elapsed" - case
                                          when "elapsed" is null then 0
                                          when "stage" = '0–25 %' then 0.125
                                          when "stage" = '25–50 %' then 0.375
                                          when "stage" = '50–75 %' then 0.625
                                          when "stage" = '75–100 %' then 0.875
                                        end
                                      ) * (
                                        "elapsed" - case
                                          when "elapsed" is null then 0
                                          when "stage" = '0–25 %' then 0.125
                                          when "stage" = '25–50 %' then 0.375
                                          when "stage" = '50–75 %' then 0.625
                                          when "stage" = '75–100 %' then 0.875
                                        end
                                      ),
                                      "date"
                                  ) as "place"
                                from
                                  "int_petition_days"
                                where
                                  "collection" in ('threshold_reached', 'expired')
                                  and "stage" is not null
                                  and "projected_bin" is not null
                              ) as "look"
                            where
                              "place" = 1
                          ) as "look"
                      ) as "petition"
                    group by
                      "city"
                  ) as "all" on "all"."city" = "look"."city"
              ) as "look"
            group by
              "city",
              "stage",
              "projected_bin"
          ) as "bin"
      ) as "bin"
    union all
    select
      "bin"."city",
      '' as "stage",
      '' as "projected_bin",
      cast(sum("bin"."petitions") as integer) as "petitions",
      cast(sum("bin"."reached") as integer) as "reached",
      cast(null as double precision) as "chance",
      cast(sum("bin"."petitions_before") as integer) as "petitions_before",
      cast(null as double precision) as "chance_before",
      cast(sum("bin"."petitions_after") as integer) as "petitions_after",
      cast(sum("bin"."reached_after") as integer) as "reached_after",
      max("score"."brier") as "brier",
      max("score"."brier_of_mean") as "brier_of_mean"
    from
      (
        select
          *,
          (("reached" + 0.5) / ("petitions" + 1)) as "chance",
          (
            ("reached_before" + 0.5) / ("petitions_before" + 1)
          ) as "chance_before"
        from
          (
            select
              "city",
              "stage",
              "projected_bin",
              cast(count(*) as integer) as "petitions",
              cast(sum("reached") as integer) as "reached",
              cast(
                count(*) filter(
                  where
                    ("is_before" = true)
                ) as integer
              ) as "petitions_before",
              cast(
                coalesce(
                  cast(
                    sum(try_cast ("reached" as decimal(38, 15))) filter(
                      where
                        ("is_before" = true)
                    ) as double
                  ),
                  0
                ) as integer
              ) as "reached_before",
              cast(
                count(*) filter(
                  where
                    ("is_before" = false)
                ) as integer
              ) as "petitions_after",
              cast(
                coalesce(
                  cast(
                    sum(try_cast ("reached" as decimal(38, 15))) filter(
                      where
                        ("is_before" = false)
                    ) as double
                  ),
                  0
                ) as integer
              ) as "reached_after"
            from
              (
                select
                  "look"."city",
                  "look"."stage",
                  "look"."projected_bin",
                  "look"."reached",
                  ("placed"."place" * 2) <= "all"."petitions" as "is_before"
                from
                  (
                    select
                      *
                    from
                      (
                        select
                          "city",
                          "petition_id",
                          "opened_date",
                          "stage",
                          "projected_bin",
                          case
                            when "collection" = 'threshold_reached' then 1
                            else 0
                          end as "reached",
                          row_number() over (
                            partition by
                              "city",
                              "petition_id",
                              "stage"
                            order by
                              (
                                "elapsed" - case
                                  when "elapsed" is null then 0
                                  when "stage" = '0–25 %' then 0.125
                                  when "stage" = '25–50 %' then 0.375
                                  when "stage" = '50–75 %' then 0.625
                                  when "stage" = '75–100 %' then 0.875
                                end
                              ) * (
                                "elapsed" - case
                                  when "elapsed" is null then 0
                                  when "stage" = '0–25 %' then 0.125
                                  when "stage" = '25–50 %' then 0.375
                                  when "stage" = '50–75 %' then 0.625
                                  when "stage" = '75–100 %' then 0.875
                                end
                              ),
                              "date"
                          ) as "place"
                        from
                          "int_petition_days"
                        where
                          "collection" in ('threshold_reached', 'expired')
                          and "stage" is not null
                          and "projected_bin" is not null
                      ) as "look"
                    where
                      "place" = 1
                  ) as "look"
                  inner join (
                    select
                      "city",
                      "petition_id",
                      row_number() over (
                        partition by
                          "city"
                        order by
                          "opened_date",
                          "petition_id"
                      ) as "place"
                    from
                      (
                        select distinct
                          "city",
                          "petition_id",
                          "opened_date"
                        from
                          (
                            select
                              *
                            from
                              (
                                select
                                  "city",
                                  "petition_id",
                                  "opened_date",
                                  "stage",
                                  "projected_bin",
                                  case
                                    when "collection" = 'threshold_reached' then 1
                                    else 0
                                  end as "reached",
                                  row_number() over (
                                    partition by
                                      "city",
                                      "petition_id",
                                      "stage"
                                    order by
                                      (
                                        "elapsed" - case
                                          when "elapsed" is null then 0
                                          when "stage" = '0–25 %' then 0.125
                                          when "stage" = '25–50 %' then 0.375
                                          when "stage" = '50–75 %' then 0.625
                                          when "stage" = '75–100 %' then 0.875
                                        end
                                      ) * (
                                        "elapsed" - case
                                          when "elapsed" is null then 0
                                          when "stage" = '0–25 %' then 0.125
                                          when "stage" = '25–50 %' then 0.375
                                          when "stage" = '50–75 %' then 0.625
                                          when "stage" = '75–100 %' then 0.875
                                        end
                                      ),
                                      "date"
                                  ) as "place"
                                from
                                  "int_petition_days"
                                where
                                  "collection" in ('threshold_reached', 'expired')
                                  and "stage" is not null
                                  and "projected_bin" is not null
                              ) as "look"
                            where
                              "place" = 1
                          ) as "look"
                      ) as "petition"
                  ) as "placed" on "placed"."city" = "look"."city"
                  and "placed"."petition_id" = "look"."petition_id"
                  inner join (
                    select
                      "city",
                      count(*) as "petitions"
                    from
                      (
                        select distinct
                          "city",
                          "petition_id",
                          "opened_date"
                        from
                          (
                            select
                              *
                            from
                              (
                                select
                                  "city",
                                  "petition_id",
                                  "opened_date",
                                  "stage",
                                  "projected_bin",
                                  case
                                    when "collection" = 'threshold_reached' then 1
                                    else 0
                                  end as "reached",
                                  row_number() over (
                                    partition by
                                      "city",
                                      "petition_id",
                                      "stage"
                                    order by
                                      (
                                        "elapsed" - case
                                          when "elapsed" is null then 0
                                          when "stage" = '0–25 %' then 0.125
                                          when "stage" = '25–50 %' then 0.375
                                          when "stage" = '50–75 %' then 0.625
                                          when "stage" = '75–100 %' then 0.875
                                        end
                                      ) * (
                                        "elapsed" - case
                                          when "elapsed" is null then 0
                                          when "stage" = '0–25 %' then 0.125
                                          when "stage" = '25–50 %' then 0.375
                                          when "stage" = '50–75 %' then 0.625
                                          when "stage" = '75–100 %' then 0.875
                                        end
                                      ),
                                      "date"
                                  ) as "place"
                                from
                                  "int_petition_days"
                                where
                                  "collection" in ('threshold_reached', 'expired')
                                  and "stage" is not null
                                  and "projected_bin" is not null
                              ) as "look"
                            where
                              "place" = 1
                          ) as "look"
                      ) as "petition"
                    group by
                      "city"
                  ) as "all" on "all"."city" = "look"."city"
              ) as "look"
            group by
              "city",
              "stage",
              "projected_bin"
          ) as "bin"
      ) as "bin"
      left join (
        select
          "look"."city",
          (
            cast(
              sum(
                try_cast (
                  (
                    ("bin"."chance_before" - "look"."reached") * ("bin"."chance_before" - "look"."reached")
                  ) as decimal(38, 15)
                )
              ) as double
            ) / count(
              try_cast (
                (
                  ("bin"."chance_before" - "look"."reached") * ("bin"."chance_before" - "look"."reached")
                ) as decimal(38, 15)
              )
            )
          ) as "brier",
          (
            cast(
              sum(
                try_cast (
                  (
                    ("mean"."mean_before" - "look"."reached") * ("mean"."mean_before" - "look"."reached")
                  ) as decimal(38, 15)
                )
              ) as double
            ) / count(
              try_cast (
                (
                  ("mean"."mean_before" - "look"."reached") * ("mean"."mean_before" - "look"."reached")
                ) as decimal(38, 15)
              )
            )
          ) as "brier_of_mean"
        from
          (
            select
              "look"."city",
              "look"."stage",
              "look"."projected_bin",
              "look"."reached",
              ("placed"."place" * 2) <= "all"."petitions" as "is_before"
            from
              (
                select
                  *
                from
                  (
                    select
                      "city",
                      "petition_id",
                      "opened_date",
                      "stage",
                      "projected_bin",
                      case
                        when "collection" = 'threshold_reached' then 1
                        else 0
                      end as "reached",
                      row_number() over (
                        partition by
                          "city",
                          "petition_id",
                          "stage"
                        order by
                          (
                            "elapsed" - case
                              when "elapsed" is null then 0
                              when "stage" = '0–25 %' then 0.125
                              when "stage" = '25–50 %' then 0.375
                              when "stage" = '50–75 %' then 0.625
                              when "stage" = '75–100 %' then 0.875
                            end
                          ) * (
                            "elapsed" - case
                              when "elapsed" is null then 0
                              when "stage" = '0–25 %' then 0.125
                              when "stage" = '25–50 %' then 0.375
                              when "stage" = '50–75 %' then 0.625
                              when "stage" = '75–100 %' then 0.875
                            end
                          ),
                          "date"
                      ) as "place"
                    from
                      "int_petition_days"
                    where
                      "collection" in ('threshold_reached', 'expired')
                      and "stage" is not null
                      and "projected_bin" is not null
                  ) as "look"
                where
                  "place" = 1
              ) as "look"
              inner join (
                select
                  "city",
                  "petition_id",
                  row_number() over (
                    partition by
                      "city"
                    order by
                      "opened_date",
                      "petition_id"
                  ) as "place"
                from
                  (
                    select distinct
                      "city",
                      "petition_id",
                      "opened_date"
                    from
                      (
                        select
                          *
                        from
                          (
                            select
                              "city",
                              "petition_id",
                              "opened_date",
                              "stage",
                              "projected_bin",
                              case
                                when "collection" = 'threshold_reached' then 1
                                else 0
                              end as "reached",
                              row_number() over (
                                partition by
                                  "city",
                                  "petition_id",
                                  "stage"
                                order by
                                  (
                                    "elapsed" - case
                                      when "elapsed" is null then 0
                                      when "stage" = '0–25 %' then 0.125
                                      when "stage" = '25–50 %' then 0.375
                                      when "stage" = '50–75 %' then 0.625
                                      when "stage" = '75–100 %' then 0.875
                                    end
                                  ) * (
                                    "elapsed" - case
                                      when "elapsed" is null then 0
                                      when "stage" = '0–25 %' then 0.125
                                      when "stage" = '25–50 %' then 0.375
                                      when "stage" = '50–75 %' then 0.625
                                      when "stage" = '75–100 %' then 0.875
                                    end
                                  ),
                                  "date"
                              ) as "place"
                            from
                              "int_petition_days"
                            where
                              "collection" in ('threshold_reached', 'expired')
                              and "stage" is not null
                              and "projected_bin" is not null
                          ) as "look"
                        where
                          "place" = 1
                      ) as "look"
                  ) as "petition"
              ) as "placed" on "placed"."city" = "look"."city"
              and "placed"."petition_id" = "look"."petition_id"
              inner join (
                select
                  "city",
                  count(*) as "petitions"
                from
                  (
                    select distinct
                      "city",
                      "petition_id",
                      "opened_date"
                    from
                      (
                        select
                          *
                        from
                          (
                            select
                              "city",
                              "petition_id",
                              "opened_date",
                              "stage",
                              "projected_bin",
                              case
                                when "collection" = 'threshold_reached' then 1
                                else 0
                              end as "reached",
                              row_number() over (
                                partition by
                                  "city",
                                  "petition_id",
                                  "stage"
                                order by
                                  (
                                    "elapsed" - case
                                      when "elapsed" is null then 0
                                      when "stage" = '0–25 %' then 0.125
                                      when "stage" = '25–50 %' then 0.375
                                      when "stage" = '50–75 %' then 0.625
                                      when "stage" = '75–100 %' then 0.875
                                    end
                                  ) * (
                                    "elapsed" - case
                                      when "elapsed" is null then 0
                                      when "stage" = '0–25 %' then 0.125
                                      when "stage" = '25–50 %' then 0.375
                                      when "stage" = '50–75 %' then 0.625
                                      when "stage" = '75–100 %' then 0.875
                                    end
                                  ),
                                  "date"
                              ) as "place"
                            from
                              "int_petition_days"
                            where
                              "collection" in ('threshold_reached', 'expired')
                              and "stage" is not null
                              and "projected_bin" is not null
                          ) as "look"
                        where
                          "place" = 1
                      ) as "look"
                  ) as "petition"
                group by
                  "city"
              ) as "all" on "all"."city" = "look"."city"
          ) as "look"
          inner join (
            select
              *,
              (("reached" + 0.5) / ("petitions" + 1)) as "chance",
              (
                ("reached_before" + 0.5) / ("petitions_before" + 1)
              ) as "chance_before"
            from
              (
                select
                  "city",
                  "stage",
                  "projected_bin",
                  cast(count(*) as integer) as "petitions",
                  cast(sum("reached") as integer) as "reached",
                  cast(
                    count(*) filter(
                      where
                        ("is_before" = true)
                    ) as integer
                  ) as "petitions_before",
                  cast(
                    coalesce(
                      cast(
                        sum(try_cast ("reached" as decimal(38, 15))) filter(
                          where
                            ("is_before" = true)
                        ) as double
                      ),
                      0
                    ) as integer
                  ) as "reached_before",
                  cast(
                    count(*) filter(
                      where
                        ("is_before" = false)
                    ) as integer
                  ) as "petitions_after",
                  cast(
                    coalesce(
                      cast(
                        sum(try_cast ("reached" as decimal(38, 15))) filter(
                          where
                            ("is_before" = false)
                        ) as double
                      ),
                      0
                    ) as integer
                  ) as "reached_after"
                from
                  (
                    select
                      "look"."city",
                      "look"."stage",
                      "look"."projected_bin",
                      "look"."reached",
                      ("placed"."place" * 2) <= "all"."petitions" as "is_before"
                    from
                      (
                        select
                          *
                        from
                          (
                            select
                              "city",
                              "petition_id",
                              "opened_date",
                              "stage",
                              "projected_bin",
                              case
                                when "collection" = 'threshold_reached' then 1
                                else 0
                              end as "reached",
                              row_number() over (
                                partition by
                                  "city",
                                  "petition_id",
                                  "stage"
                                order by
                                  (
                                    "elapsed" - case
                                      when "elapsed" is null then 0
                                      when "stage" = '0–25 %' then 0.125
                                      when "stage" = '25–50 %' then 0.375
                                      when "stage" = '50–75 %' then 0.625
                                      when "stage" = '75–100 %' then 0.875
                                    end
                                  ) * (
                                    "elapsed" - case
                                      when "elapsed" is null then 0
                                      when "stage" = '0–25 %' then 0.125
                                      when "stage" = '25–50 %' then 0.375
                                      when "stage" = '50–75 %' then 0.625
                                      when "stage" = '75–100 %' then 0.875
                                    end
                                  ),
                                  "date"
                              ) as "place"
                            from
                              "int_petition_days"
                            where
                              "collection" in ('threshold_reached', 'expired')
                              and "stage" is not null
                              and "projected_bin" is not null
                          ) as "look"
                        where
                          "place" = 1
                      ) as "look"
                      inner join (
                        select
                          "city",
                          "petition_id",
                          row_number() over (
                            partition by
                              "city"
                            order by
                              "opened_date",
                              "petition_id"
                          ) as "place"
                        from
                          (
                            select distinct
                              "city",
                              "petition_id",
                              "opened_date"
                            from
                              (
                                select
                                  *
                                from
                                  (
                                    select
                                      "city",
                                      "petition_id",
                                      "opened_date",
                                      "stage",
                                      "projected_bin",
                                      case
                                        when "collection" = 'threshold_reached' then 1
                                        else 0
                                      end as "reached",
                                      row_number() over (
                                        partition by
                                          "city",
                                          "petition_id",
                                          "stage"
                                        order by
                                          (
                                            "elapsed" - case
                                              when "elapsed" is null then 0
                                              when "stage" = '0–25 %' then 0.125
                                              when "stage" = '25–50 %' then 0.375
                                              when "stage" = '50–75 %' then 0.625
                                              when "stage" = '75–100 %' then 0.875
                                            end
                                          ) * (
                                            "elapsed" - case
                                              when "elapsed" is null then 0
                                              when "stage" = '0–25 %' then 0.125
                                              when "stage" = '25–50 %' then 0.375
                                              when "stage" = '50–75 %' then 0.625
                                              when "stage" = '75–100 %' then 0.875
                                            end
                                          ),
                                          "date"
                                      ) as "place"
                                    from
                                      "int_petition_days"
                                    where
                                      "collection" in ('threshold_reached', 'expired')
                                      and "stage" is not null
                                      and "projected_bin" is not null
                                  ) as "look"
                                where
                                  "place" = 1
                              ) as "look"
                          ) as "petition"
                      ) as "placed" on "placed"."city" = "look"."city"
                      and "placed"."petition_id" = "look"."petition_id"
                      inner join (
                        select
                          "city",
                          count(*) as "petitions"
                        from
                          (
                            select distinct
                              "city",
                              "petition_id",
                              "opened_date"
                            from
                              (
                                select
                                  *
                                from
                                  (
                                    select
                                      "city",
                                      "petition_id",
                                      "opened_date",
                                      "stage",
                                      "projected_bin",
                                      case
                                        when "collection" = 'threshold_reached' then 1
                                        else 0
                                      end as "reached",
                                      row_number() over (
                                        partition by
                                          "city",
                                          "petition_id",
                                          "stage"
                                        order by
                                          (
                                            "elapsed" - case
                                              when "elapsed" is null then 0
                                              when "stage" = '0–25 %' then 0.125
                                              when "stage" = '25–50 %' then 0.375
                                              when "stage" = '50–75 %' then 0.625
                                              when "stage" = '75–100 %' then 0.875
                                            end
                                          ) * (
                                            "elapsed" - case
                                              when "elapsed" is null then 0
                                              when "stage" = '0–25 %' then 0.125
                                              when "stage" = '25–50 %' then 0.375
                                              when "stage" = '50–75 %' then 0.625
                                              when "stage" = '75–100 %' then 0.875
                                            end
                                          ),
                                          "date"
                                      ) as "place"
                                    from
                                      "int_petition_days"
                                    where
                                      "collection" in ('threshold_reached', 'expired')
                                      and "stage" is not null
                                      and "projected_bin" is not null
                                  ) as "look"
                                where
                                  "place" = 1
                              ) as "look"
                          ) as "petition"
                        group by
                          "city"
                      ) as "all" on "all"."city" = "look"."city"
                  ) as "look"
                group by
                  "city",
                  "stage",
                  "projected_bin"
              ) as "bin"
          ) as "bin" on "bin"."city" = "look"."city"
          and "bin"."stage" = "look"."stage"
          and "bin"."projected_bin" = "look"."projected_bin"
          inner join (
            select
              "city",
              (
                coalesce(
                  cast(
                    sum(try_cast ("reached" as decimal(38, 15))) filter(
                      where
                        ("is_before" = true)
                    ) as double
                  ),
                  0
                ) / nullif(
                  count(*) filter(
                    where
                      ("is_before" = true)
                  ),
                  0
                )
              ) as "mean_before"
            from
              (
                select
                  "look"."city",
                  "look"."stage",
                  "look"."projected_bin",
                  "look"."reached",
                  ("placed"."place" * 2) <= "all"."petitions" as "is_before"
                from
                  (
                    select
                      *
                    from
                      (
                        select
                          "city",
                          "petition_id",
                          "opened_date",
                          "stage",
                          "projected_bin",
                          case
                            when "collection" = 'threshold_reached' then 1
                            else 0
                          end as "reached",
                          row_number() over (
                            partition by
                              "city",
                              "petition_id",
                              "stage"
                            order by
                              (
                                "elapsed" - case
                                  when "elapsed" is null then 0
                                  when "stage" = '0–25 %' then 0.125
                                  when "stage" = '25–50 %' then 0.375
                                  when "stage" = '50–75 %' then 0.625
                                  when "stage" = '75–100 %' then 0.875
                                end
                              ) * (
                                "elapsed" - case
                                  when "elapsed" is null then 0
                                  when "stage" = '0–25 %' then 0.125
                                  when "stage" = '25–50 %' then 0.375
                                  when "stage" = '50–75 %' then 0.625
                                  when "stage" = '75–100 %' then 0.875
                                end
                              ),
                              "date"
                          ) as "place"
                        from
                          "int_petition_days"
                        where
                          "collection" in ('threshold_reached', 'expired')
                          and "stage" is not null
                          and "projected_bin" is not null
                      ) as "look"
                    where
                      "place" = 1
                  ) as "look"
                  inner join (
                    select
                      "city",
                      "petition_id",
                      row_number() over (
                        partition by
                          "city"
                        order by
                          "opened_date",
                          "petition_id"
                      ) as "place"
                    from
                      (
                        select distinct
                          "city",
                          "petition_id",
                          "opened_date"
                        from
                          (
                            select
                              *
                            from
                              (
                                select
                                  "city",
                                  "petition_id",
                                  "opened_date",
                                  "stage",
                                  "projected_bin",
                                  case
                                    when "collection" = 'threshold_reached' then 1
                                    else 0
                                  end as "reached",
                                  row_number() over (
                                    partition by
                                      "city",
                                      "petition_id",
                                      "stage"
                                    order by
                                      (
                                        "elapsed" - case
                                          when "elapsed" is null then 0
                                          when "stage" = '0–25 %' then 0.125
                                          when "stage" = '25–50 %' then 0.375
                                          when "stage" = '50–75 %' then 0.625
                                          when "stage" = '75–100 %' then 0.875
                                        end
                                      ) * (
                                        "elapsed" - case
                                          when "elapsed" is null then 0
                                          when "stage" = '0–25 %' then 0.125
                                          when "stage" = '25–50 %' then 0.375
                                          when "stage" = '50–75 %' then 0.625
                                          when "stage" = '75–100 %' then 0.875
                                        end
                                      ),
                                      "date"
                                  ) as "place"
                                from
                                  "int_petition_days"
                                where
                                  "collection" in ('threshold_reached', 'expired')
                                  and "stage" is not null
                                  and "projected_bin" is not null
                              ) as "look"
                            where
                              "place" = 1
                          ) as "look"
                      ) as "petition"
                  ) as "placed" on "placed"."city" = "look"."city"
                  and "placed"."petition_id" = "look"."petition_id"
                  inner join (
                    select
                      "city",
                      count(*) as "petitions"
                    from
                      (
                        select distinct
                          "city",
                          "petition_id",
                          "opened_date"
                        from
                          (
                            select
                              *
                            from
                              (
                                select
                                  "city",
                                  "petition_id",
                                  "opened_date",
                                  "stage",
                                  "projected_bin",
                                  case
                                    when "collection" = 'threshold_reached' then 1
                                    else 0
                                  end as "reached",
                                  row_number() over (
                                    partition by
                                      "city",
                                      "petition_id",
                                      "stage"
                                    order by
                                      (
                                        "elapsed" - case
                                          when "elapsed" is null then 0
                                          when "stage" = '0–25 %' then 0.125
                                          when "stage" = '25–50 %' then 0.375
                                          when "stage" = '50–75 %' then 0.625
                                          when "stage" = '75–100 %' then 0.875
                                        end
                                      ) * (
                                        "elapsed" - case
                                          when "elapsed" is null then 0
                                          when "stage" = '0–25 %' then 0.125
                                          when "stage" = '25–50 %' then 0.375
                                          when "stage" = '50–75 %' then 0.625
                                          when "stage" = '75–100 %' then 0.875
                                        end
                                      ),
                                      "date"
                                  ) as "place"
                                from
                                  "int_petition_days"
                                where
                                  "collection" in ('threshold_reached', 'expired')
                                  and "stage" is not null
                                  and "projected_bin" is not null
                              ) as "look"
                            where
                              "place" = 1
                          ) as "look"
                      ) as "petition"
                    group by
                      "city"
                  ) as "all" on "all"."city" = "look"."city"
              ) as "look"
            group by
              "city"
          ) as "mean" on "mean"."city" = "look"."city"
        where
          "look"."is_before" = false
        group by
          "look"."city"
      ) as "score" on "score"."city" = "bin"."city"
    group by
      "bin"."city"
  ) as "row"
order by
  "city",
  "stage",
  "projected_bin"
