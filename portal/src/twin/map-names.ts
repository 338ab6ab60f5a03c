import type {Box} from '@hromada/twin/layers'
import type {MapName, VectorMapDescription, VectorTileAddress} from '@hromada/twin/map-names'
import type {fetchInTime} from './fetch-in-time.ts'

/** Names of streets, waters and places in a box, as far as they are known by now. */
export type MapNames = (box: Box, pixelsAcross: number) => MapName[]

/** More than a reader moves through in a while is forgotten. */
const mostTiles = 80

/**
 * Names from the city's vector tiles, asked for as they come into view; `onMore` is called when some have come. A city
 * without such tiles has none, and says nothing.
 */
export function mapNames(map: URL, fetch: ReturnType<typeof fetchInTime>, onMore: () => void): MapNames {
  const held = new Map<string, MapName[]>()
  const asked = new Set<string>()
  let reader: typeof import('@hromada/twin/map-names') | null = null
  let description: VectorMapDescription | null = null

  async function open(): Promise<void> {
    const answer = await fetch(new URL('vector/tiles.json', map).href)
    if (!answer.ok) return
    description = (await answer.json()) as VectorMapDescription
    reader = await import('@hromada/twin/map-names')
    onMore()
  }
  void open().catch(() => {})

  async function bring({address, ...tile}: VectorTileAddress): Promise<void> {
    // The server that gave the page has the tiles, by whatever name it knows itself.
    const {pathname} = new URL(address, new URL('vector/', map))
    const answer = await fetch(new URL(pathname, map).href)
    const names = answer.ok ? reader!.namesOfTile(new Uint8Array(await answer.arrayBuffer()), tile) : []
    held.set(address, names)
    const [oldest] = held.keys()
    if (held.size > mostTiles && oldest !== undefined) {
      held.delete(oldest)
      asked.delete(oldest)
    }
    if (names.length > 0) onMore()
  }

  return (box, pixelsAcross) => {
    if (!reader || !description) return []
    return reader.tilesAcross(description, box, pixelsAcross).flatMap(tile => {
      if (!asked.has(tile.address)) {
        asked.add(tile.address)
        // What failed is asked for again when it is next in view.
        bring(tile).catch(() => asked.delete(tile.address))
      }
      return held.get(tile.address) ?? []
    })
  }
}
