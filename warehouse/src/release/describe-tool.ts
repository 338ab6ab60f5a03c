import tool from '../../package.json' with {type: 'json'}
import type {Warehouse} from '../warehouse.ts'
import type {ReleaseManifest} from './release-manifest.ts'

/** What makes a release, by name and version. */
export async function describeTool(warehouse: Warehouse): Promise<ReleaseManifest['tool']> {
  const [{duckdb} = {duckdb: ''}] = await warehouse.rows<{duckdb: string}>('select version() as duckdb')
  return {name: 'hromada', version: tool.version, node: process.versions.node, duckdb}
}
