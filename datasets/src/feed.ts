import type {Text} from './column.ts'
import type {Dataset, Licence} from './define-dataset.ts'
import type {LiveSource} from './live-source.ts'

/** How a text file's bytes are to be read; a byte-order mark counts for more. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1251' | 'latin-1' | 'koi8-u' | 'ibm866'

/** How to read a publisher's file, one kind per file format. Whatever it is, it may be gzipped. */
export type Format =
  /**
   * CSV and TSV. `skipLines` are lines above the header; `header` names the columns of a file that has none; `quotes:
   * false` is for a file in which a quote is a character like any other, as in most TSV.
   */
  | {
      kind: 'csv'
      delimiter?: ',' | ';' | '\t' | '|'
      encoding?: Encoding
      skipLines?: number
      header?: string[]
      quotes?: false
    }
  /**
   * `crs`, here and below, is the system of a file's coordinates (`EPSG:28992`) where it names none, or one of the
   * city's own (`ownCrs`).
   */
  | {kind: 'parquet'; crs?: string}
  /** `records` is the dotted path to the array (or the one object) that holds the rows; absent: the file itself. */
  | {kind: 'json'; records?: string}
  /** A JSON object a line (JSON Lines). */
  | {kind: 'ndjson'}
  /** `record` is the element that holds a row: its name, or its dotted path from the root. */
  | {kind: 'xml'; record: string}
  | {kind: 'geojson'; crs?: string}
  /** `headerRow` counts from 1; absent: the first row that is filled. Of several `headerRows` the names are joined. */
  | {kind: 'xlsx'; sheet?: string; headerRow?: number; headerRows?: number}
  /** A zip archive of .shp, .dbf, .prj, .cpg; `layer` where it holds several. */
  | {kind: 'shapefile'; layer?: string; encoding?: Encoding; crs?: string}
  /** `layer` is the table's name, where there are several. */
  | {kind: 'geopackage'; layer?: string; crs?: string}
  /** One row per city object of these types that has no parent; its parts and vertices travel with it. */
  | {kind: 'cityjson'; types: string[]; crs?: string}
  /** The same from CityJSON Text Sequences: a header, and a feature a line. */
  | {kind: 'cityjsonseq'; types: string[]; crs?: string}
  /** The same from CityGML 1.0, 2.0 and 3.0: buildings, bridges and the like with their solids and surfaces. */
  | {kind: 'citygml'; types: string[]; crs?: string}
  /**
   * A grid of numbers such as heights: one row per block of 64 × 64 cells. `crs` and `verticalCrs` (`EPSG:5705`) are
   * for a file that names none; `band` counts from 1 and is the only one read, absent: all.
   */
  | {kind: 'geotiff'; crs?: string; verticalCrs?: string; band?: number}
  /** ESRI ASCII grid, read as the same blocks; it names no coordinate system. */
  | {kind: 'asciigrid'; crs: string; verticalCrs?: string}
  /**
   * Files of a zip archive, such as `stops.txt` of a GTFS timetable, by name with or without its folder; `*` stands for
   * any part of a name. Absent: the only one there is.
   */
  | {kind: 'zip'; member?: string; format: Exclude<Format, {kind: 'zip'}>}

/** Where one column of a city's file comes from, where that differs from the dataset's own structure. */
export type ColumnSource = {
  /** Header, or several of which the first filled one counts. */
  from?: string | string[]
  /** The same for every row: what the file leaves out because it holds one station, one fund … */
  value?: string
  format?: string | string[]
  zone?: string
  decimal?: ',' | '.'
  /** Publisher's word → our word, whatever its case. A word that is not listed stays as it is. */
  map?: Record<string, string>
  /** A code that lost its leading zeros on the way (111, 111.0): its full width in characters. */
  width?: number
  /** The publisher leaves the column out at times, and may. Only for columns that may be empty. */
  mayBeAbsent?: boolean
}

export type Feed = {
  dataset: Dataset
  /** Path or glob below the sources folder (`--sources`). */
  mirror?: {path: string; format: Format; where?: Record<string, string | string[]>}
  /** What the publisher answers on the network, read where no sources folder is given. */
  live?: {
    source: LiveSource
    format: Format
    where?: Record<string, string | string[]>
    /** Seconds between two requests, where the publisher asks for more than the fetcher's own. */
    secondsBetween?: number
  }
  /** A file beside the dataset's declaration: the sample. */
  sample?: {file: string; format: Format}
  /** Path or glob of files that the city's own generator writes, below `<data>/sources/<city>/`. */
  made?: {path: string; format: Format}
  columns: Record<string, ColumnSource>
  /** Texts that mean "no value", besides the empty one, `null` and `NULL`. */
  nulls: string[]
  /** Where this city's publisher differs from the dataset's. */
  publisher?: Text
  licence?: Licence
  /** Where a person can read about the source. */
  page?: string
}

type Spec<D extends Dataset> = Omit<Partial<Feed>, 'dataset' | 'columns'> & {
  columns?: {[K in keyof D['columns']]?: string | string[] | ColumnSource}
}

/** A city's source of one dataset. Mapped columns are checked against the dataset's. */
export function feed<D extends Dataset>(dataset: D, spec: Spec<D>): Feed {
  const columns: Record<string, ColumnSource> = {}
  for (const [name, source] of Object.entries(spec.columns ?? {}))
    if (source !== undefined)
      columns[name] =
        typeof source === 'string' || Array.isArray(source) ? {from: source} : (source as ColumnSource)
  return {...spec, dataset, columns, nulls: spec.nulls ?? []}
}
