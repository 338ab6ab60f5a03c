type CityJson = {
  version: string
  transform: unknown
  metadata: {referenceSystem: string}
  vertices: number[][]
  CityObjects: Record<
    string,
    {type: string; children?: string[]; parents?: string[]; geometry?: {boundaries: unknown}[]}
  >
}
export type CityFeature = {id: string; type: string; feature: string; header: string}

/** A whole CityJSON file (text) cut into one feature per top-level object, as a CityJSONSeq would hold it. For tests. */
export function cityFeatures(text: string): CityFeature[] {
  const file = JSON.parse(text) as CityJson
  const {version, transform, metadata} = file
  const header = JSON.stringify({
    type: 'CityJSON',
    version,
    transform,
    metadata: {referenceSystem: metadata.referenceSystem},
  })
  return Object.entries(file.CityObjects)
    .filter(([, object]) => !object.parents)
    .map(([id, object]) => {
      const vertices: number[][] = []
      const index = new Map<number, number>()
      const own = (boundaries: unknown): unknown => {
        if (Array.isArray(boundaries)) return boundaries.map(own)
        const old = boundaries as number
        if (!index.has(old)) index.set(old, vertices.push(file.vertices[old]!) - 1)
        return index.get(old)
      }
      const CityObjects = Object.fromEntries(
        [id, ...(object.children ?? [])].map(key => {
          const {geometry, ...rest} = file.CityObjects[key]!
          return [key, {...rest, geometry: geometry?.map(one => ({...one, boundaries: own(one.boundaries)}))}]
        }),
      )
      return {
        id,
        type: object.type,
        feature: JSON.stringify({type: 'CityJSONFeature', id, CityObjects, vertices}),
        header,
      }
    })
}
