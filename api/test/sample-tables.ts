import type {TableSpec} from './release-folder.ts'

/** Every published type, with the values that are easy to get wrong. */
export const everyType: TableSpec = {
  name: 'every_type',
  grain: ['city', 'id'],
  columns: {
    city: 'text',
    id: 'integer',
    big: 'integer',
    share: 'number',
    money_uah: {type: 'decimal', unit: 'UAH'},
    day: 'date',
    seen_at: 'timestamp',
    is_open: 'boolean',
    note: 'text',
    extra: 'json',
    outline: 'geometry',
  },
  place: {kind: 'geometry', column: 'outline'},
  sql: `select * from (values
    ('kyiv', 1, 9007199254740993, 0.1::double, 1234.50::decimal(18,2), date '2024-02-29',
      timestamptz '2024-02-29 10:15:00+02', true, 'plain', '{"a": 1.10}', '{"type":"Point","coordinates":[30.5,50.4]}'),
    ('kyiv', 2, -1, 1e21, -0.05, date '1999-12-31', timestamptz '2024-12-31 23:59:59.123456Z', false,
      'comma, "quote"' || chr(10) || 'line', chr(10) || '[1,' || chr(13) || chr(10) || '2]',
      '{"type":"Polygon",' || chr(10) || '"coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}'),
    ('odesa', 1, 0, 'nan'::double, 9999999999999999.99, null, null, null, '', 'not json', 'not geometry'),
    ('одеса', 2, null, null, null, date '2026-01-01', timestamptz '1969-12-31 23:59:58Z', null, null, null, null),
    ('яр 🌳', 3, 7, 50, 0.10, null, null, true, '=cmd|''/c calc''!A1', 'null', null)
  ) as t(city, id, big, share, money_uah, day, seen_at, is_open, note, extra, outline)`,
}

/** Points with one unknown place; the file does not lie in the order of its grain. */
export const appeals: TableSpec = {
  name: 'appeals',
  grain: ['city', 'appeal_id'],
  columns: {
    city: 'text',
    appeal_id: 'text',
    received_at: 'timestamp',
    category: 'text',
    lon: {type: 'number', unit: 'deg'},
    lat: {type: 'number', unit: 'deg'},
  },
  place: {kind: 'point', lon: 'lon', lat: 'lat'},
  sql: `select * from (values
    ('odesa', '0003', timestamptz '2025-03-02 08:15:00Z', 'Яма на дорозі', 30.72::double, 46.48::double),
    ('odesa', '0001', timestamptz '2025-03-01 08:15:00Z', 'Trees and shrubs', null, null),
    ('kyiv', '0002', timestamptz '2025-03-03 08:15:00Z', 'Roads', 30.52, 50.45)
  ) as t(city, appeal_id, received_at, category, lon, lat)`,
}

/** Cells of the H3 grid: one of its documentation's, a pentagon, one across the antimeridian, and none. */
export const hexagons: TableSpec = {
  name: 'hexagons',
  grain: ['city', 'h3'],
  columns: {city: 'text', h3: 'text', n: 'integer'},
  place: {kind: 'h3', column: 'h3'},
  sql: `select * from (values
    ('a', '8928308280fffff', 1), ('b', '8009fffffffffff', 2), ('c', '857eb563fffffff', 3), ('d', 'x', 4), ('e', null, 5)
  ) as t(city, h3, n)`,
}

/** A table without a place, of an invented city. */
export const demoBudget: TableSpec = {
  name: 'budget_totals',
  grain: ['city', 'year', 'flow'],
  columns: {city: 'text', year: 'integer', flow: 'text', executed_uah: {type: 'decimal', unit: 'UAH'}},
  isDemo: true,
  sql: `select 'demo' as city, y::integer as year, f as flow, (y * 1000000.01 + length(f))::decimal(18, 2) as executed_uah
    from range(2021, 2027) years(y), (values ('expense'), ('income')) flows(f) order by year, flow`,
}

/** Many rows of ten columns, in the order of their grain. */
export const many = (rows: number): TableSpec => ({
  name: 'many',
  grain: ['appeal_id'],
  columns: {
    appeal_id: 'text',
    city: 'text',
    received_at: 'timestamp',
    closed_at: 'timestamp',
    category: 'text',
    amount_uah: {type: 'decimal', unit: 'UAH'},
    lon: 'number',
    lat: 'number',
    is_closed: 'boolean',
    days: 'integer',
  },
  place: {kind: 'point', lon: 'lon', lat: 'lat'},
  sql: `select 'A' || lpad(i::varchar, 9, '0') as appeal_id, case when i % 3 = 0 then 'kyiv' else 'odesa' end as city,
      to_timestamp(1700000000 + i * 60) as received_at,
      case when i % 7 = 0 then null else to_timestamp(1700000000 + i * 61) end as closed_at,
      'Яма на дорозі, вул. ' || (i % 100) as category, (i * 1.37)::decimal(18, 2) as amount_uah,
      30.5 + (hash(i) % 100000) / 500000.0 as lon, 50.4 + (hash(i + 1) % 100000) / 500000.0 as lat,
      i % 2 = 0 as is_closed, (i % 1000)::integer as days
    from range(${rows}) t(i)`,
})
