import {
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  type DuckDBListValue,
  DuckDBScalarFunction,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api'
import {parseGeoid} from '../../crs/geoid-height.ts'
import {centroid} from '../../geometry/centroid.ts'
import {cityObject} from '../../geometry/city-object.ts'
import {gridOutline} from '../../geometry/grid-outline.ts'
import {h3Cell, h3Centre, h3Disk} from '../../geometry/h3-cells.ts'
import {isShapeInBox} from '../../geometry/is-shape-in-box.ts'
import {knownArea} from '../../geometry/known-areas.ts'
import {polygonArea} from '../../geometry/polygon-area.ts'
import {shapeInDegrees} from '../../geometry/shape-in-degrees.ts'
import {forecastCounts, monthlyStl} from '../../statistics/forecast-counts.ts'
import {normalTails} from '../../statistics/normal-tails.ts'
import {studentQuantile, studentTails} from '../../statistics/student-t.ts'

/** Functions of ours that DuckDB calls: what SQL cannot say. Null in, null out. */
export function registerFunctions(duck: DuckDBConnection) {
  for (const {name, parameters, returns, call} of functions)
    duck.registerScalarFunction(
      DuckDBScalarFunction.create({
        name,
        parameterTypes: parameters,
        returnType: returns,
        specialHandling: true,
        mainFunction: (_info, input, output) => {
          const columns = parameters.map((_, index) => input.getColumnValues(index))
          for (let row = 0; row < input.rowCount; row++) {
            const values = columns.map(column => column[row] ?? null)
            output.setItem(row, values.includes(null) ? null : orNull(() => call(...(values as never[]))))
          }
          output.flush()
        },
      }),
    )
}

/** A shape that cannot be read has no measures; the row stays, and says so by their absence. */
function orNull(call: () => DuckDBValue): DuckDBValue {
  try {
    return call()
  } catch {
    return null
  }
}

const functions: {
  name: string
  parameters: DuckDBType[]
  returns: DuckDBType
  call: (...values: never[]) => DuckDBValue
}[] = [
  {
    // (feature, header, geoid as JSON) → {lon, lat, ground_m, height_m, area_m2, footprint} as JSON text
    name: 'city_object_measures',
    parameters: [VARCHAR, VARCHAR, VARCHAR],
    returns: VARCHAR,
    call: (feature: string, header: string, geoid: string) => {
      const object = cityObject(feature, header, parseGeoid(geoid))
      if (!object) return null
      const {lon, lat, groundMetres, heightMetres, areaSquareMetres, footprint} = object
      return JSON.stringify({
        lon,
        lat,
        ground_m: groundMetres,
        height_m: heightMetres,
        area_m2: areaSquareMetres,
        footprint,
      })
    },
  },
  {
    // GeoJSON polygon text → {lon, lat, area_m2} as JSON text
    name: 'polygon_measures',
    parameters: [VARCHAR],
    returns: VARCHAR,
    call: (geometry: string) => {
      const middle = centroid(geometry)
      const area = polygonArea(geometry)
      return middle === null || area === null
        ? null
        : JSON.stringify({lon: middle[0], lat: middle[1], area_m2: area})
    },
  },
  {
    // (GeoJSON geometry text, its coordinate system) → the same in degrees
    name: 'shape_in_degrees',
    parameters: [VARCHAR, VARCHAR],
    returns: VARCHAR,
    call: shapeInDegrees,
  },
  {
    // (x west, y north, width, height, coordinate system) → GeoJSON polygon text
    name: 'grid_outline',
    parameters: [DOUBLE, DOUBLE, DOUBLE, DOUBLE, VARCHAR],
    returns: VARCHAR,
    call: gridOutline,
  },
  {
    // (latitude, longitude, resolution) → cell of H3
    name: 'h3_cell',
    parameters: [DOUBLE, DOUBLE, INTEGER],
    returns: VARCHAR,
    call: h3Cell,
  },
  {
    // (cell of H3, rings) → the cell and those around it
    name: 'h3_disk',
    parameters: [VARCHAR, INTEGER],
    returns: LIST(VARCHAR),
    call: (cell: string, rings: number) => {
      const cells = h3Disk(cell, rings)
      return cells && listValue(cells)
    },
  },
  {
    // cell of H3 → {lat, lon} of its middle as JSON text
    name: 'h3_centre',
    parameters: [VARCHAR],
    returns: VARCHAR,
    call: (cell: string) => {
      const middle = h3Centre(cell)
      return middle && JSON.stringify(middle)
    },
  },
  {
    // monthly counts → {origins, …, expected: [{step, value, low, high}]} as JSON text; null for too few
    name: 'forecast_counts',
    parameters: [LIST(DOUBLE)],
    returns: VARCHAR,
    call: (counts: DuckDBListValue) => {
      const forecast = forecastCounts(counts.items as number[])
      return forecast && JSON.stringify({...forecast.backTest, expected: forecast.expected})
    },
  },
  {
    // monthly counts → [{n, trend, seasonal, remainder}] of log(1 + n) as JSON text; null for less than two years
    name: 'monthly_stl',
    parameters: [LIST(DOUBLE)],
    returns: VARCHAR,
    call: (counts: DuckDBListValue) => {
      const {trend, seasonal, remainder} = monthlyStl(
        Float64Array.from(counts.items as number[], count => Math.log1p(count)),
      )
      return JSON.stringify(
        Array.from(trend, (level, i) => ({
          n: i,
          trend: level,
          seasonal: seasonal[i],
          remainder: remainder[i],
        })),
      )
    },
  },
  {
    // z → how likely a standard normal number is as far from zero
    name: 'normal_tails',
    parameters: [DOUBLE],
    returns: DOUBLE,
    call: normalTails,
  },
  {
    // (t, degrees of freedom) → how likely a number of Student's t distribution is as far from zero
    name: 'student_tails',
    parameters: [DOUBLE, DOUBLE],
    returns: DOUBLE,
    call: studentTails,
  },
  {
    // (share between minus and plus, degrees of freedom) → quantile of Student's t distribution
    name: 'student_quantile',
    parameters: [DOUBLE, DOUBLE],
    returns: DOUBLE,
    call: studentQuantile,
  },
  {
    // (lon, lat, key of an area in known-areas.ts) → does it lie there
    name: 'is_in_area',
    parameters: [DOUBLE, DOUBLE, VARCHAR],
    returns: BOOLEAN,
    call: (lon: number, lat: number, key: string) => knownArea(key).contains(lon, lat),
  },
  {
    // (GeoJSON geometry text, west, south, east, north) → does all of it lie there
    name: 'is_shape_in_box',
    parameters: [VARCHAR, DOUBLE, DOUBLE, DOUBLE, DOUBLE],
    returns: BOOLEAN,
    call: (geometry: string, ...box: [number, number, number, number]) => isShapeInBox(geometry, box),
  },
]
