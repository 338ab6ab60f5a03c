import {readFileSync} from 'node:fs'

/**
 * Data sets that resolution No. 835 of the Cabinet of Ministers (21.10.2015) makes cities publish, by annexes of the
 * structures recommended in January 2025. Sets and fields are told by their official names, misspelt where those are
 * (`authorityCattutc`, `projectResposible`); the fields only of annexes for which this portal has a dataset.
 */
export const edition = '2025-01'

export type RecommendedField = {field: string; isRequired: boolean}
/** A table of a set; `dataset` is ours that holds it, '' where there is none. */
export type RecommendedResource = {resource: string; dataset: string; fields: RecommendedField[]}
export type RecommendedSet = {annex: number; title: string; resources: RecommendedResource[]}

const linesOf = (file: string): string[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)

/** All sets, by the number of the annex. */
export function recommendedStructures(): RecommendedSet[] {
  const fields = linesOf('recommended-fields.csv').map(line => {
    const [annex = '', resource = '', dataset = '', field = '', required] = line.split(',')
    return {annex, resource, dataset, field, isRequired: required === '1'}
  })
  return linesOf('recommended-sets.csv').map(line => {
    const [annex = '', title = ''] = line.split(',')
    const own = fields.filter(field => field.annex === annex)
    return {
      annex: Number(annex),
      title,
      resources: [...new Set(own.map(({resource}) => resource))].map(resource => {
        const of = own.filter(field => field.resource === resource)
        return {
          resource,
          dataset: of[0]!.dataset,
          fields: of.map(({field, isRequired}) => ({field, isRequired})),
        }
      }),
    }
  })
}
