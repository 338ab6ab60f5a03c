import type {ReleaseManifest, ReleaseTable} from '@hromada/warehouse'
import type {FiscalDataPackage} from '../../contract/fiscal-data-package.ts'
import {type FiscalResource, fiscalResources} from './fiscal-resources.ts'

const taxonomy = 'https://specs.frictionlessdata.io/taxonomies/fiscal/budgets.json'

const types: Record<string, string> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  decimal: 'number',
  date: 'date',
  timestamp: 'datetime',
  boolean: 'boolean',
  json: 'object',
  geometry: 'geojson',
}

/**
 * The descriptor (`datapackage.json`) of a city's budget, Fiscal Data Package 1.0
 * (frictionlessdata/datapackage-fiscal, specification 1.0.0 and taxonomy of budgets). Paths of resources are relative to
 * the descriptor and name the release, so that its bytes stay. Null where the release has no table of the budget.
 */
export function describePackage(
  manifest: ReleaseManifest,
  city: ReleaseManifest['cities'][number],
): FiscalDataPackage | null {
  const resources = fiscalResources.flatMap(resource => {
    const table = manifest.tables.find(({name}) => name === resource.table)
    return table ? [{resource, table}] : []
  })
  if (resources.length === 0) return null
  const used = new Set(resources.flatMap(({table}) => table.datasets))
  const feeds = manifest.datasets.filter(({id}) => used.has(id)).flatMap(dataset => dataset.feeds)
  const own = feeds.filter(feed => feed.city === city.id)
  const licences = new Map(own.map(({licence}) => [licence.id, licence]))
  const sources = new Map(own.map(({publisher, page}) => [`${publisher.en} ${page}`, {publisher, page}]))
  return {
    name: `budget-${city.id}`,
    title: `Budget of ${city.name.en}${city.is_demo ? ' (an invented city)' : ''}`,
    description: `Income and expenditure of ${city.name.en}, in hryvnias, as planned and as executed.`,
    profile: 'tabular-data-package',
    version: manifest.id,
    created: manifest.created_at,
    countryCode: city.country,
    granularity: 'aggregated',
    licenses: [...licences.values()].map(({id, title, url}) => ({
      name: id,
      title: title.en,
      ...(url ? {path: url} : {}),
    })),
    sources: [...sources.values()].map(({publisher, page}) => ({
      title: publisher.en,
      ...(page ? {path: page} : {}),
    })),
    columnTypes: [taxonomy],
    resources: resources.map(({resource, table}) => describeResource(manifest.id, city.id, resource, table)),
  }
}

function describeResource(
  release: string,
  city: string,
  {name, table: tableName, where, columnTypes, phases, constants}: FiscalResource,
  table: ReleaseTable,
): FiscalDataPackage['resources'][number] {
  const query = new URLSearchParams({as_of: release, city, ...where})
  const constant = (columnType: string, value: string) => ({
    name: columnType.replaceAll(/[^a-z]/g, '_'),
    type: 'string',
    columnType,
    constant: value,
  })
  return {
    name,
    title: table.title.en,
    description: table.description.en,
    path: `tables/${tableName}.csv?${query}`,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: table.columns.map(column => ({
        name: column.name,
        type: types[column.type]!,
        title: column.description.en,
        ...(columnTypes[column.name] ? {columnType: columnTypes[column.name]!} : {}),
        ...(phases?.[column.name] ? {normalize: {phase: phases[column.name]!}} : {}),
      })),
      extraFields: [
        ...(phases
          ? [
              {name: 'value', type: 'number', columnType: 'value', normalizationTarget: true},
              {name: 'phase', type: 'string', columnType: 'phase:id'},
            ]
          : []),
        ...Object.entries({...constants, 'value-currency:code': 'UAH'}).map(([type, value]) =>
          constant(type, value),
        ),
      ],
      primaryKey: table.grain,
      missingValues: [''],
    },
  }
}
