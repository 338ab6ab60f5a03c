import type {Cell} from './row-file.ts'

/** What the rows of one file share: the head of a CityJSON file, without objects. */
export const headerOf = (city: {
  version: string
  transform?: unknown
  referenceSystem: string | null
}): string =>
  JSON.stringify({
    type: 'CityJSON',
    version: city.version,
    transform: city.transform ?? {scale: [1, 1, 1], translate: [0, 0, 0]},
    metadata: {referenceSystem: city.referenceSystem},
    CityObjects: {},
    vertices: [],
  })

/**
 * A row of a city model, whatever its format: `id`, `type`, the object's attributes, `feature` (a CityJSONFeature with
 * its parts and own vertices) and `header`. Attributes of those names get a number.
 */
export const cityRow = (
  {
    id,
    type,
    attributes,
    feature,
  }: {id: string; type: string; attributes: Iterable<[string, string | null]>; feature: object},
  header: string,
): Cell[] => [
  [['id'], id],
  [['type'], type],
  ...[...attributes].map(([name, text]): Cell => [['attributes', name], text]),
  [['feature'], JSON.stringify(feature)],
  [['header'], header],
]
