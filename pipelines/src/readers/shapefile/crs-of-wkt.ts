/** Systems by their names, as EPSG has them and as ESRI's own programs write them, which give no code. */
const byName: [pattern: RegExp, code: (match: RegExpExecArray) => number][] = [
  [/^(GCS_WGS_1984|WGS_84)$/i, () => 4326],
  [/^(GCS_ETRS_1989|ETRS89)$/i, () => 4258],
  [/^(WGS_1984_Web_Mercator_Auxiliary_Sphere|WGS_84_Pseudo-Mercator)$/i, () => 3857],
  [/^WGS_(1984|84)_UTM_Zone_(\d{1,2})N$/i, match => 32600 + Number(match[2])],
  [/^WGS_(1984|84)_UTM_Zone_(\d{1,2})S$/i, match => 32700 + Number(match[2])],
  [/^(ETRS_1989|ETRS89)_UTM_Zone_(2[89]|3[0-8])N$/i, match => 25800 + Number(match[2])],
  [/^(GCS_)?(UCS[_-]2000|Ukraine_2000)$/i, () => 5561],
  // Zone n has the central meridian 3n degrees east.
  [/^(UCS[_-]2000|Ukraine_2000).*TM_zone_(\d{1,2})$/i, match => 6374 + Number(match[2])],
  [/^(GCS_)?Pulkovo_1942$/i, () => 4284],
  [/^Pulkovo_1942_GK_Zone_(\d{1,2})$/i, match => 28400 + Number(match[1])],
  [/^(Amersfoort_)?RD_New$/i, () => 28992],
  [/^CH1903\+_LV95$/i, () => 2056],
  [/^MGI_Austria_GK_East$/i, () => 31256],
]

/**
 * The code, `EPSG:32636`, of a coordinate system in well-known text (OGC 01-009, ISO 19162, ESRI): the code it gives of
 * itself, or that of its name. Null where there is none.
 */
export function crsOfWkt(wkt: string): string | null {
  const text = wkt.trim()
  // The last word of the outermost bracket is about the whole.
  const own =
    /(?:AUTHORITY\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]|ID\s*\[\s*"EPSG"\s*,\s*(\d+)[^\]]*\])\s*(?:,\s*USAGE.*)?\]\s*$/is.exec(
      text,
    )
  if (own) return `EPSG:${own[1] ?? own[2]}`
  return crsOfName(/^\w+\s*\[\s*"([^"]+)"/.exec(text)?.[1] ?? '')
}

/** The code of a coordinate system that is only named; null for a name that is not known. */
export function crsOfName(name: string): string | null {
  const joined = name.replaceAll(/[ /]+/g, '_')
  for (const [pattern, code] of byName) {
    const match = pattern.exec(joined)
    if (match) return `EPSG:${code(match)}`
  }
  return null
}
