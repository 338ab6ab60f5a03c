select
  "city",
  "block_id",
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
  grid_outline (
    "x_west",
    "y_north",
    ("columns" * "cell_width"),
    ("rows" * "cell_height"),
    "crs"
  ) as "geometry"
from
  "stg_elevation"
order by
  "city",
  "block_id"
