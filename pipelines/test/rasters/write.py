"""Writes the rasters beside it, so that our reader is held against files that GDAL wrote.

    pip install rasterio==1.4.4 numpy && python write.py

The value of a cell is that of `value` in geotiff.test.ts: whole, so that every type can keep it; -32 stands for nothing.
"""
import os
import numpy as np
import rasterio
from rasterio.transform import Affine

here = os.path.dirname(os.path.abspath(__file__))
columns, rows = 75, 70
north_up = Affine(4, 0, 364900, 0, -4, 5081880)


def values(dtype, bands):
    band, row, column = np.mgrid[0:bands, 0:rows, 0:columns]
    whole = (row * 7 + column * 3 + band * 11) % 120
    filled = whole if np.issubdtype(np.dtype(dtype), np.unsignedinteger) else whole - 40
    filled = np.where((row == column) & (band == 0), -32 if filled is not whole else 255, filled)
    return filled.astype(dtype)


def write(name, dtype="float32", bands=1, nodata=None, crs="EPSG:32636", transform=north_up, **options):
    cells = values(dtype, bands)
    nothing = nodata if nodata is not None else (255 if dtype == "uint8" else -32)
    with rasterio.open(
        os.path.join(here, name), "w", driver="GTiff", width=columns, height=rows, count=bands, dtype=dtype,
        nodata=nothing, crs=crs, transform=transform, **options,
    ) as file:
        if options.get("area_or_point"):
            file.update_tags(AREA_OR_POINT=options["area_or_point"])
        file.write(cells)


tiles = dict(tiled=True, blockxsize=32, blockysize=16)
write("deflate-tiles.tif", compress="deflate", predictor=3, zlevel=9, **tiles)
write("lzw-strips.tif", dtype="int16", compress="lzw", predictor=2, blockysize=13)
write("lzw-floats.tif", compress="lzw", **tiles)
write("packbits.tif", dtype="uint8", compress="packbits", blockysize=70)
write("zstd.tif", dtype="float64", compress="zstd", predictor=3, zstd_level=19)
write("plain.tif", dtype="uint8")
write("big-endian.tif", dtype="int32", compress="deflate", predictor=2, zlevel=9, ENDIANNESS="BIG")
write("big-endian-floats.tif", compress="deflate", predictor=3, zlevel=9, ENDIANNESS="BIG")
write("bigtiff.tif", dtype="int16", compress="deflate", zlevel=9, BIGTIFF="YES")
write("bands-by-cell.tif", dtype="int16", bands=3, compress="deflate", zlevel=9, predictor=2, interleave="pixel", **tiles)
write("bands-apart.tif", dtype="int16", bands=3, compress="deflate", zlevel=9, predictor=2, interleave="band", **tiles)
write("degrees-points.tif", dtype="int16", compress="deflate", zlevel=9, crs="EPSG:4326",
      transform=Affine(1 / 3600, 0, 31.25, 0, -1 / 3600, 45.95), area_or_point="Point")
write("compound.tif", dtype="int16", compress="deflate", zlevel=9, crs="EPSG:32636+5705")
with rasterio.open(os.path.join(here, "sparse.tif"), "w", driver="GTiff", width=columns, height=rows, count=1,
                   dtype="float32", nodata=-32, crs="EPSG:32636", transform=north_up, SPARSE_OK="TRUE",
                   compress="deflate", zlevel=9, **tiles) as file:
    file.write(values("float32", 1)[0, :16, :32], 1, window=((0, 16), (0, 32)))
write("rotated.tif", dtype="uint8", compress="deflate", transform=Affine(4, 0.5, 364900, 0.5, -4, 5081880))
write("no-place.tif", dtype="uint8", compress="deflate", transform=None, crs=None)
write("lerc.tif", dtype="uint8", compress="lerc")
write("own-system.tif", dtype="uint8", compress="deflate", crs="+proj=tmerc +lat_0=46 +lon_0=31 +k=1 +x_0=0 +y_0=0 +ellps=krass +units=m")
write("feet.tif", dtype="int16", compress="deflate", zlevel=9, crs="EPSG:2263+6360")
write("scaled.tif", dtype="int16", compress="deflate", zlevel=9)
with rasterio.open(os.path.join(here, "scaled.tif"), "r+") as file:
    file.scales = (0.1,)
with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
    with rasterio.open(os.path.join(here, "masked.tif"), "w", driver="GTiff", width=columns, height=rows, count=1,
                       dtype="uint8", crs="EPSG:32636", transform=north_up, compress="deflate", zlevel=9) as file:
        file.write(values("uint8", 1))
        file.write_mask(np.zeros((rows, columns), dtype=bool))
write("overviews.tif", dtype="uint8", compress="deflate", zlevel=9)
with rasterio.open(os.path.join(here, "overviews.tif"), "r+") as file:
    file.build_overviews([2, 4])
