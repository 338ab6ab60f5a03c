/**
 * What a definition needs: a proj string without axis order (x is always easting or longitude), and how far from WGS 84
 * a place may come out, in metres. WGS 84 and ETRS89 are taken as one: they have drifted apart by some decimetres.
 */
export type CrsDefinition = {title: string; proj: string; errorMetres: number}

// Transverse Mercator of Ukraine: the central meridian of zone n is 3n degrees east, n = 7…13 for EPSG:6381…6387.
const ukraineTm = (zone: number): [string, CrsDefinition] => [
  `EPSG:${6374 + zone}`,
  {
    title: `UCS-2000 / Ukraine TM zone ${zone}`,
    proj: `+proj=tmerc +lat_0=0 +lon_0=${3 * zone} +k=1 +x_0=300000 +y_0=0 ${ucs2000} +units=m +no_defs`,
    errorMetres: ucs2000ErrorMetres,
  },
]

const etrsUtm = (zone: number): [string, CrsDefinition] => [
  `EPSG:258${zone}`,
  {
    title: `ETRS89 / UTM zone ${zone}N`,
    proj: `+proj=utm +zone=${zone} +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs`,
    errorMetres: 0.02,
  },
]

/** WGS 84 / UTM, EPSG:32601…32660 in the north and EPSG:32701…32760 in the south, whose code says all; null for any other. */
export function utmDefinition(code: string): CrsDefinition | null {
  const [, side, digits] = /^EPSG:32([67])(\d\d)$/.exec(code) ?? []
  const zone = Number(digits)
  if (side === undefined || zone < 1 || zone > 60) return null
  return {
    title: `WGS 84 / UTM zone ${zone}${side === '6' ? 'N' : 'S'}`,
    proj: `+proj=utm +zone=${zone}${side === '6' ? '' : ' +south'} +datum=WGS84 +units=m +no_defs`,
    errorMetres: 0.02,
  }
}

// Krassowsky 1940 and the three-parameter shift EPSG:7817, which EPSG holds good to a metre.
const ucs2000 = '+ellps=krass +towgs84=24.322,-121.372,-75.847,0,0,0,0'
const ucs2000ErrorMetres = 1

// Position-vector rotations in arc seconds. The set that ends in "1.9342,-1.6677,9.1019", widely copied for this
// code, is in micro-radians with the other sign and lands 150 m away.
const rdNew: CrsDefinition = {
  title: 'Amersfoort / RD New',
  proj:
    '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 ' +
    '+ellps=bessel +towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 ' +
    '+units=m +no_defs',
  errorMetres: 0.2,
}

// The official shift from CHTRS95, good to centimetres as LV95 was made anew for it.
const lv95: CrsDefinition = {
  title: 'CH1903+ / LV95',
  proj:
    '+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=2600000 +y_0=1200000 ' +
    '+ellps=bessel +towgs84=674.374,15.056,405.346,0,0,0,0 +units=m +no_defs',
  errorMetres: 0.1,
}

// One set of parameters for all of Austria, EPSG:1618 with rotations of position vectors: half a metre off near Vienna,
// up to one and a half elsewhere, as its publisher says. What is better is a grid of the publisher's (GIS-Grid 2021,
// 0.15 m), which would weigh more than all the rest of this folder; EPSG:1194, made for Styria, is no better here.
const austriaGkEast: CrsDefinition = {
  title: 'MGI / Austria GK East',
  proj:
    '+proj=tmerc +lat_0=0 +lon_0=16.3333333333333 +k=1 +x_0=0 +y_0=-5000000 ' +
    '+ellps=bessel +towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232 +units=m +no_defs',
  errorMetres: 1.5,
}

// On the sphere of WGS 84's longer radius. Its metres are longer than metres the further it is from the equator.
const webMercator: CrsDefinition = {
  title: 'WGS 84 / Pseudo-Mercator',
  proj: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  errorMetres: 0,
}

const etrs89: CrsDefinition = {
  title: 'ETRS89',
  proj: '+proj=longlat +ellps=GRS80 +towgs84=0,0,0 +no_defs',
  errorMetres: 0.02,
}

// Fixed to Japan's ground as it lay in 2011, which has moved by decimetres since: a bound, and a safe one.
const jgd2011: CrsDefinition = {
  title: 'JGD2011',
  proj: '+proj=longlat +ellps=GRS80 +towgs84=0,0,0 +no_defs',
  errorMetres: 2,
}

const wgs84: CrsDefinition = {
  title: 'WGS 84',
  proj: '+proj=longlat +datum=WGS84 +no_defs',
  errorMetres: 0,
}

/**
 * Every coordinate system that can be read, by authority code, but for zones of `utmDefinition`. Compound codes (7415, 5555, 6697) use their horizontal part;
 * heights are handled apart. To read another one, add its line here and two published control points to the test.
 */
export const crsDefinitions: ReadonlyMap<string, CrsDefinition> = new Map<string, CrsDefinition>([
  ['OGC:CRS84', wgs84],
  ['OGC:CRS84h', wgs84],
  ['EPSG:4326', wgs84],
  ['EPSG:4979', wgs84],
  ['EPSG:4258', etrs89],
  ['EPSG:4937', etrs89],
  ['EPSG:6668', jgd2011],
  ['EPSG:6697', jgd2011],
  ['EPSG:3857', webMercator],
  ['EPSG:28992', rdNew],
  ['EPSG:7415', rdNew],
  ['EPSG:2056', lv95],
  ['EPSG:31256', austriaGkEast],
  ...[31, 32, 33].map(etrsUtm),
  ['EPSG:5555', etrsUtm(32)[1]],
  [
    'EPSG:5561',
    {title: 'UCS-2000', proj: `+proj=longlat ${ucs2000} +no_defs`, errorMetres: ucs2000ErrorMetres},
  ],
  ...[7, 8, 9, 10, 11, 12, 13].map(ukraineTm),
])
