import type {Check} from '@hromada/datasets'
import {findingsInUse, identifier, type LandingManifest, literal} from '@hromada/pipelines'
import {type Landing, type Staged, stagingQueries} from '../build/stage.ts'
import {filledSql} from '../engines/duckdb/rows-in-force.ts'
import {rememberArea} from '../geometry/known-areas.ts'
import {staging} from '../model.ts'
import type {Warehouse} from '../warehouse.ts'
import type {Subject} from './rule-result.ts'

/** The dataset whose shapes are the ground of a city. */
export const outlineDataset = {id: 'districts', column: 'geometry'}

/** Does a rule ask for the ground of the city? */
export const asksForGround = ({kind}: Check) => kind === 'in-city'

/** A city's rows of a dataset that are in force, as what can stand after `from`. */
export function rowsOf({city, feed: {dataset}}: Pick<Landing, 'city' | 'feed'>): string {
  const current = dataset.load.mode === 'snapshot' ? ' and is_current' : ''
  return `(select *, rowid as _row from ${identifier(staging(dataset).name)} where city = ${literal(city.id)}${current})`
}

/**
 * What rules are asked of: one city's staged rows of a dataset and what is known of where they come from.
 * @param history every landing of it, the oldest first
 * @param ground where the city's districts are; null where they have not landed
 */
export async function subjectOf(
  landing: Landing,
  staged: Staged | undefined,
  history: LandingManifest[],
  ground: Pick<Landing, 'city' | 'feed'> | null,
  data: string,
  warehouse: Warehouse,
): Promise<Subject> {
  const {city, feed, manifest, earlier} = landing
  const {dataset} = feed
  const outlines =
    ground && dataset.checks.some(asksForGround)
      ? await warehouse.rows<{outline: string | null}>(
          `select ${identifier(outlineDataset.column)} as outline from ${rowsOf(ground)} order by 1`,
        )
      : []
  const [{sql} = {sql: null}] = stagingQueries([landing], data)
  return {
    city,
    dataset,
    retrievedAt: manifest.retrievedAt,
    ground: marginMetres =>
      rememberArea(
        outlines.map(({outline}) => outline),
        marginMetres,
      ),
    table: rowsOf(landing),
    rows: staged?.rows ?? 0,
    typed: `(select *, ${filledSql(sql!.required)} as _is_kept from (${sql!.typed}))`,
    records: manifest.records,
    before: history
      .slice(
        0,
        Math.max(
          0,
          history.findIndex(({file}) => file === manifest.file),
        ),
      )
      .filter(({isPart}) => isPart === manifest.isPart)
      .map(({records}) => records.landed),
    found: [...findingsInUse([...earlier, manifest], dataset.load), ...(staged?.findings ?? [])],
  }
}
