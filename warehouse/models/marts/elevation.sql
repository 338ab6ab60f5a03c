select
  "city",
  "block_id",
  try_cast (
    json_extract_string("measures", '$.lon') as double
  ) as "lon",
  try_cast (
    json_extract_string("measures", '$.lat') as double
  ) as "lat",
  "minimum_m",
  "maximum_m",
  round("mean_m", 3) as "mean_m",
  "valid_cells",
  "vertical_crs",
  "crs",
  "x_west",
  "y_north",
  "rows",
  "columns",
  "cell_width",
  "cell_height",
  "geometry"
from
  (
    select
      *,
      polygon_measures ("geometry") as "measures"
    from
      (
        select
          *,
          grid_outline (
            "x_west",
            "y_north",
            "columns" * "cell_width",
            "rows" * "cell_height",
            "crs"
          ) as "geometry"
        from
          "stg_elevation"
      ) as "outlined"
  ) as "measured"
order by
  "city",
  "block_id"
