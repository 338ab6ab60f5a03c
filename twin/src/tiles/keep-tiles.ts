import {copyFile, link, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {TileFacts} from './building-tile.ts'
import type {Cell} from './tile-tree.ts'

/** What each tile was made from and holds: `made-from.json`. */
export type MadeFrom = {tiles: Record<string, TileFacts & {madeFrom: string}>}

/** A tile to be made or kept: its name in addresses, and a hash of all that goes into it. */
export type TileToMake = Cell & {name: string; madeFrom: string}

/** Takes over the tiles of an earlier release that were made from the same buildings by the same code. */
export async function keepTiles(
  leaves: TileToMake[],
  before: string | null,
  folder: string,
): Promise<Map<string, TileFacts>> {
  const kept = new Map<string, TileFacts>()
  const text = before && (await readFile(join(before, 'made-from.json'), 'utf8').catch(() => null))
  if (!text) return kept
  const {tiles} = JSON.parse(text) as MadeFrom
  for (const {name, madeFrom} of leaves) {
    const known = tiles[name]
    if (known?.madeFrom !== madeFrom) continue
    const {madeFrom: _, ...facts} = known
    const [from, to] = [before, folder].map(place => join(place!, `content/${name}.glb`)) as [string, string]
    if (facts.buildings > 0) await link(from, to).catch(() => copyFile(from, to))
    kept.set(name, facts)
  }
  return kept
}
