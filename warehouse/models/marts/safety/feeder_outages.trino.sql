select
  "city",
  "intakes",
  "main_pumps",
  "zone_pumps",
  "sewage_pumps",
  "boiler_houses",
  "hospitals",
  "fire_stations",
  cast(count(*) as integer) as "feeders",
  cast(sum("without_backup") as integer) as "without_backup"
from
  (
    select
      "city",
      "feeder",
      cast(
        count(*) filter(
          where
            ("kind" = 'intake')
        ) as integer
      ) as "intakes",
      cast(
        count(*) filter(
          where
            ("kind" = 'main_pump')
        ) as integer
      ) as "main_pumps",
      cast(
        count(*) filter(
          where
            ("kind" = 'zone_pump')
        ) as integer
      ) as "zone_pumps",
      cast(
        count(*) filter(
          where
            ("kind" = 'sewage_pump')
        ) as integer
      ) as "sewage_pumps",
      cast(
        count(*) filter(
          where
            ("kind" = 'boiler_house')
        ) as integer
      ) as "boiler_houses",
      cast(
        count(*) filter(
          where
            ("kind" = 'hospital')
        ) as integer
      ) as "hospitals",
      cast(
        count(*) filter(
          where
            ("kind" = 'fire_station')
        ) as integer
      ) as "fire_stations",
      count(*) filter(
        where
          (coalesce("backup_hours", 0) = 0)
      ) as "without_backup"
    from
      (
        select distinct
          "line"."city",
          "line"."feeder",
          "node"."node_id",
          "node"."kind",
          "node"."backup_hours"
        from
          "stg_utility_links" as "line"
          inner join "stg_utility_nodes" as "node" on "node"."city" = "line"."city"
          and "node"."node_id" = "line"."to_node_id"
        where
          "line"."medium" = 'power'
          and "line"."role" = 'main'
          and "node"."kind" in (
            'intake',
            'main_pump',
            'zone_pump',
            'sewage_pump',
            'boiler_house',
            'hospital',
            'fire_station'
          )
          and not exists (
            select
              "reserve"."link_id"
            from
              "stg_utility_links" as "reserve"
            where
              "reserve"."medium" = 'power'
              and "reserve"."role" = 'reserve'
              and "reserve"."city" = "line"."city"
              and "reserve"."to_node_id" = "line"."to_node_id"
              and "reserve"."feeder" != "line"."feeder"
          )
      ) as "fed"
    group by
      "city",
      "feeder"
  ) as "feeder"
group by
  "city",
  "intakes",
  "main_pumps",
  "zone_pumps",
  "sewage_pumps",
  "boiler_houses",
  "hospitals",
  "fire_stations"
