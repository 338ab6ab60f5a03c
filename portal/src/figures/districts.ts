import type {Geometry} from '../charts/geometry.ts'
import {outlineMap} from '../charts/outline-map.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

export type District = {
  district_id: string
  name_uk: string
  name_en: string | null
  former_name_uk: string | null
  area_km2: number | null
  geometry: Geometry
}

/** Districts of a city as an outline map. */
export async function districts(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.districts
  const rows = await site.rows<District>('districts', {
    select: ['district_id', 'name_uk', 'name_en', 'former_name_uk', 'area_km2', 'geometry'],
    where: [['city', '=', city.id]],
  })
  if (rows.length === 0) return null
  const name = (row: {name_uk: string; name_en: string | null}) =>
    site.text({uk: row.name_uk, en: row.name_en ?? row.name_uk})
  const short = (row: District) => name(row).replace(/\s+(район|district|raion)$/i, '')
  const sorted = [...rows].sort((a, b) => f.compare(name(a), name(b)))
  return figure(site, {
    name: 'districts',
    title: t.home.districts,
    subtitle: t.home.districtsSub(f.count(rows.length, t.count.districts)),
    description: t.home.districtsAlt(sorted.map(name).join(', ')),
    draw: width =>
      outlineMap(
        rows.map(row => ({name: short(row), geometry: row.geometry})),
        {width},
      ),
    table: {
      columns: [
        {key: 'district_id', label: 'district_id', isHidden: true},
        {key: 'name', label: words.columns.name},
        {
          key: 'area_km2',
          label: words.columns.area,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.number(v, 1)),
        },
        {
          key: 'former_name_uk',
          label: words.columns.former,
          text: (v: string | null) => v ?? '–',
          lang: 'uk',
        },
      ],
      rows: sorted.map(row => ({
        district_id: row.district_id,
        name: name(row),
        area_km2: row.area_km2,
        former_name_uk: row.former_name_uk,
      })),
    },
    sql: `SELECT district_id, name_uk, name_en, area_km2, former_name_uk
FROM   districts
WHERE  city = '${city.id}'`,
    rows: {table: 'districts', where: {city: city.id}},
    datasets: ['districts'],
    asOf: null,
    parameters: {},
  })
}
