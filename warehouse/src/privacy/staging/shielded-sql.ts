import type {Dataset, HomePlace} from '@hromada/datasets'
import {identifier} from '@hromada/pipelines'

/**
 * A query of a dataset's typed rows as they enter the warehouse: without the forbidden columns, which stay in the landed
 * file, and with the places of homes on a grid. The rows stay as they lie.
 */
export function shieldedSql({columns, homes}: Dataset, query: string): string {
  const forbidden = Object.entries(columns)
    .filter(([, {privacy}]) => privacy === 'forbidden')
    .map(([name]) => identifier(name))
  const left = forbidden.length > 0 ? ` exclude (${forbidden.join(', ')})` : ''
  const coarse = homes ? ` replace (${coarseSql(homes)})` : ''
  return left || coarse ? `select *${left}${coarse} from (${query})` : query
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
