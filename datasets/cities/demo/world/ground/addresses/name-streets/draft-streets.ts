import {Draw} from '../../../../tools/numbers/draw.ts'
import type {Edge, Network} from '../../ground.ts'
import type {Layout} from '../../layout/layout.ts'
import {edgesAtNodes} from '../../network/edges-at-nodes.ts'
import {chooseType} from './choose-type.ts'
import type {Draft} from './draft.ts'
import {cutOut, findSquares} from './find-squares.ts'
import {joinStrokes, rankOf} from './join-strokes.ts'
import {splitStroke} from './split-stroke.ts'
import type {Stroke} from './stroke.ts'
import {placeOf} from './stroke-place.ts'

/** A piece of a road that is shorter than this belongs to the street it leaves. */
const shortestOwn = 110

/** The network's roads as streets that have a type and no name yet, widest and longest first. */
export function draftStreets(layout: Layout, network: Network): Draft[] {
  const joined = joinStrokes(network, mayHaveName)
  const edgesAt = edgesAtNodes(network, mayHaveName)
  const strokes = joined.flatMap(stroke =>
    splitStroke(network, stroke, widestOther(network, edgesAt, stroke)),
  )
  const drafts: Draft[] = []
  const short: Stroke[] = []
  const draftOf = (stroke: Stroke, type: Draft['type']): Draft => ({
    paths: [stroke],
    lengthMetres: stroke.lengthMetres,
    place: placeOf(network, layout, stroke),
    type,
    word: '',
    ordinal: 0,
    former: null,
  })
  strokes.forEach((stroke, index) => {
    const place = placeOf(network, layout, stroke)
    const type = chooseType(stroke, place, new Draw(layout.seed, 'street-type', index))
    if (stroke.lengthMetres < shortestOwn && type !== 'descent') short.push(stroke)
    else if (type) drafts.push(draftOf(stroke, type))
  })
  for (const {word, edges} of findSquares(network, layout, strokes)) {
    const sides: Stroke[] = []
    for (const edge of edges) {
      const street = drafts.find(({paths}) => paths.some(path => path.edges.includes(edge)))
      if (!street) continue
      street.paths = street.paths.flatMap(path => {
        if (!path.edges.includes(edge)) return [path]
        const [side, ...rest] = cutOut(network, path, edge)
        sides.push(side!)
        return rest
      })
    }
    if (sides.length === 0) continue
    drafts.push({...draftOf(sides[0]!, 'square'), paths: sides, word})
  }
  for (const draft of drafts)
    draft.lengthMetres = draft.paths.reduce((sum, {lengthMetres}) => sum + lengthMetres, 0)
  // What lies wholly on a square is the square.
  for (let index = drafts.length - 1; index >= 0; index--)
    if (drafts[index]!.paths.length === 0) drafts.splice(index, 1)
  drafts.sort(
    (a, b) => orderOf(a) - orderOf(b) || b.lengthMetres - a.lengthMetres || firstEdge(a) - firstEdge(b),
  )
  attachShort(network, drafts, short)
  return drafts
}

const mayHaveName = ({class: roadClass}: Edge) => roadClass !== 'rail' && roadClass !== 'path'

const orderOf = ({paths}: Draft) => rankOf[paths[0]!.class]
const firstEdge = ({paths}: Draft) => paths[0]!.edges[0]!

/** For a stroke, the rank of the widest other road at a node; the lowest rank where there is none. */
function widestOther(
  network: Network,
  edgesAt: readonly number[][],
  {edges}: Stroke,
): (node: number) => number {
  return node => {
    let widest = rankOf.rail
    for (const edge of edgesAt[node]!)
      if (!edges.includes(edge)) widest = Math.min(widest, rankOf[network.edges[edge]!.class])
    return widest
  }
}

/**
 * Gives short pieces to the longest street at one of their ends, if they lead nowhere else or are as wide as a street;
 * other ways through stay without a name.
 */
function attachShort(network: Network, drafts: readonly Draft[], short: readonly Stroke[]): void {
  const draftAt = new Map<number, Draft>()
  for (const draft of drafts)
    for (const path of draft.paths)
      for (const node of path.nodes) {
        const known = draftAt.get(node)
        if (!known || known.lengthMetres < draft.lengthMetres) draftAt.set(node, draft)
      }
  const degree = new Uint8Array(network.nodes.length)
  for (const edge of network.edges)
    if (mayHaveName(edge)) {
      degree[edge.from]!++
      degree[edge.to]!++
    }
  for (const stroke of short) {
    const ends = [stroke.nodes[0]!, stroke.nodes[stroke.nodes.length - 1]!]
    const isBlind = ends.some(node => degree[node] === 1)
    if (!isBlind && rankOf[stroke.class] > rankOf.street) continue
    const [longest] = ends
      .map(node => draftAt.get(node))
      .filter(draft => draft !== undefined)
      .sort((a, b) => b.lengthMetres - a.lengthMetres)
    if (!longest) continue
    longest.paths.push(stroke)
    longest.lengthMetres += stroke.lengthMetres
  }
}
