/** What heights are counted from: its name, and whether that is the ellipsoid rather than a level of the sea. */
export type VerticalDatum = {name: string; isEllipsoidal: boolean}

/** Vertical systems by their EPSG codes, under the names that they go by. */
const seaLevels: Record<string, string> = {
  3855: 'EGM2008',
  5621: 'EVRF2007',
  5705: 'Baltic 1977',
  5709: 'NAP',
  5728: 'LN02',
  5729: 'LHN95',
  5773: 'EGM96',
  5778: 'GHA',
  5783: 'DHHN92',
  7837: 'DHHN2016',
}
/** The vertical part of systems whose one code stands for two. */
const compound: Record<string, string> = {7415: '5709', 5555: '5783'}

/**
 * The vertical part of a coordinate system's name, however it is written: `EPSG:7415`, `EPSG:28992+5709`,
 * `urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709`, `urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH`, or the system of heights
 * alone, by code or by name. Null where the name says nothing of heights.
 */
export function verticalDatum(crs: string): VerticalDatum | null {
  const text = crs.trim()
  const german = /\*DE_([A-Z0-9]+)_NH/i.exec(text)?.[1]
  if (german) return {name: german.toUpperCase(), isEllipsoidal: false}
  const code = /(\w+)$/.exec(text)?.[1] ?? ''
  if (/^(CRS84h|4979|4937)$/i.test(code)) return {name: 'WGS 84', isEllipsoidal: true}
  const known = seaLevels[compound[code] ?? code]
  const name = known ?? Object.values(seaLevels).find(one => text.toUpperCase().startsWith(one.toUpperCase()))
  return name === undefined ? null : {name, isEllipsoidal: false}
}
