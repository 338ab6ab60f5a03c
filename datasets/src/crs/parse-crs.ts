/**
 * The authority code, `EPSG:7415`, in any of the ways a file may write it: `EPSG:7415`, `urn:ogc:def:crs:EPSG::7415`,
 * `https://www.opengis.net/def/crs/EPSG/0/7415`, `http://www.opengis.net/gml/srs/epsg.xml#7415`, of a compound its first
 * part (`EPSG:28992+5709`, `urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709`, `http://www.opengis.net/def/crs-compound?1=…&2=…`),
 * `urn:ogc:def:crs:OGC:1.3:CRS84`, or the German `urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH`.
 * A name of another shape comes back as it is.
 */
export function parseCrs(name: string): string {
  const text = name.trim()
  const code =
    text.match(/\/def\/crs\/(EPSG|OGC)\/[^/]+\/(\w+)(?=\/?$|&)/i) ??
    text.match(/crs:(EPSG|OGC):(?:[^:,]*:)?(\w+)/i) ??
    text.match(/\/gml\/srs\/(EPSG)\.xml#(\w+)$/i) ??
    text.match(/^(EPSG|OGC):{1,2}(\w+)(?:\s*[+,]\s*(?:EPSG:{1,2})?\d+)?$/i)
  if (code) return `${code[1]!.toUpperCase()}:${code[2]}`
  const german = text.match(/^urn:adv:crs:ETRS89_UTM(3[1-3])\b/i)
  if (german) return `EPSG:258${german[1]}`
  return /^(urn:ogc:def:crs:)?CRS84$/i.test(text) ? 'OGC:CRS84' : text
}
