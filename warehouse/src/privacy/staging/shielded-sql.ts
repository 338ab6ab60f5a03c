import type {Dataset, EntityColumns, HomePlace} from '@hromada/datasets'
import {identifier} from '@hromada/pipelines'

/**
 * A query of a dataset's typed rows as they enter the warehouse: without the forbidden columns, which stay in the landed
 * file, with the places of homes on a grid, and without the codes and names of persons among legal entities. The rows
 * stay as they lie.
 */
export function shieldedSql({columns, homes, entities = []}: Dataset, query: string): string {
  const forbidden = Object.keys(columns)
    .filter(name => isForbidden(columns, name))
    .map(identifier)
  const left = forbidden.length > 0 ? ` exclude (${forbidden.join(', ')})` : ''
  const replaced = [...(homes ? [coarseSql(homes)] : []), ...entities.map(entitySql)]
  const shielded = replaced.length > 0 ? ` replace (${replaced.join(', ')})` : ''
  return left || shielded ? `select *${left}${shielded} from (${query})` : query
}

/** Columns of a dataset that enter the warehouse, in order. */
export const shieldedColumns = ({columns}: Dataset): string[] =>
  Object.keys(columns).filter(name => !isForbidden(columns, name))

const isForbidden = (columns: Dataset['columns'], name: string) => columns[name]!.privacy === 'forbidden'

/** Code and name of a legal entity; both null where the row tells of a person, or of nobody known. */
function entitySql({code, name}: EntityColumns): string {
  const [number, words] = [identifier(code), identifier(name)]
  const isEntity = `regexp_full_match(${number}, '[0-9]{8}') and not coalesce(regexp_matches(lower(trim(${words})), '^(фоп[ .]|фізична особа|приватний підприємець)'), false)`
  return `case when ${isEntity} then ${number} end as ${number}, case when ${isEntity} then ${words} end as ${words}`
}

const usualGridMetres = 250

const metresPerDegree = 111_320

/** Longitude and latitude of the middle of the square that a home lies in; squares are as wide as they are high. */
function coarseSql({lon, lat, shownWhere, gridMetres = usualGridMetres}: HomePlace): string {
  const [x, y] = [identifier(lon), identifier(lat)]
  const step = `${gridMetres} / ${metresPerDegree}.0`
  const middle = (value: string, size: string) => `(floor(${value} / (${size})) + 0.5) * (${size})`
  const north = middle(y, step)
  // Near the poles, and where the columns are mixed up, a degree has no width.
  const width = `${step} / greatest(abs(cos(radians(${north}))), 0.01)`
  const shown = (exact: string, coarse: string) => {
    const rounded = `round(${coarse}, 6)`
    return `${shownWhere ? `case when ${identifier(shownWhere)} then ${exact} else ${rounded} end` : rounded} as ${exact}`
  }
  return `${shown(x, middle(x, width))}, ${shown(y, north)}`
}
