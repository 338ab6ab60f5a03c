import {Draw} from '../../../tools/numbers/draw.ts'
import {between, minus, type Point} from '../../../tools/space/vector.ts'
import {districtIndex} from '../../districts.ts'
import type {Network, Street} from '../ground.ts'
import type {Layout} from '../layout/layout.ts'
import {chooseRenamed} from './name-streets/choose-renamed.ts'
import type {Draft} from './name-streets/draft.ts'
import {draftStreets} from './name-streets/draft-streets.ts'
import {findSeries} from './name-streets/find-series.ts'
import {rankOf} from './name-streets/join-strokes.ts'
import {nameLanes} from './name-streets/name-lanes.ts'
import {streetName, streetTypes} from './name-streets/street-types.ts'
import type {Stroke} from './name-streets/stroke.ts'
import {themesOf, WordPool} from './name-streets/word-pool.ts'
import {grandNames, seriesNames, streetNames, watersideNames} from './street-names.ts'

/** The city's streets, and for each the lines along which its houses are counted: its length first, then its branches. */
export type NamedStreets = {streets: Street[]; paths: Stroke[][]}

/**
 * Makes named streets of a network's roads and enters them into its edges. Footways and drives in yards have no name.
 * @param districtAt the index of the district that a place lies in
 */
export function nameStreets(
  layout: Layout,
  network: Network,
  districtAt: (at: Point) => number,
): NamedStreets {
  const drafts = draftStreets(layout, network)
  chooseWords(layout, drafts)
  chooseRenamed(layout.seed, drafts)
  const districtOf = (edge: number) => {
    const {from, to} = network.edges[edge]!
    return districtAt(between(network.nodes[from]!.at, network.nodes[to]!.at, 0.5))
  }
  const streets = drafts.map((draft, index): Street => {
    const edges = draft.paths.flatMap(path => path.edges)
    for (const edge of edges) network.edges[edge]!.street = index
    return {
      id: String(10_001 + index),
      name: streetName(draft.type, draft.word, draft.ordinal),
      former: draft.former === null ? null : streetName(draft.type, draft.former),
      kind: streetTypes[draft.type].kind,
      districts: [...new Set(edges.map(districtOf))].sort((a, b) => a - b),
      edges,
    }
  })
  return {streets, paths: drafts.map(({paths}) => paths)}
}

/** Gives every draft its word: numbered sets first, then what everybody knows, streets, and lanes after their streets. */
function chooseWords(layout: Layout, drafts: Draft[]): void {
  const pool = new WordPool(layout.seed, streetNames)
  for (const {word} of drafts) if (word) pool.reserve(word)
  for (const words of Object.values(grandNames)) for (const word of words) pool.reserve(word)
  const taken = new Set(drafts.map(({word}) => word))

  const series = findSeries(
    layout,
    drafts.map(({paths}) => paths[0]!),
    drafts.map(({place}) => place),
    index => drafts[index]!.type === 'street' && rankOf[drafts[index]!.paths[0]!.class] > rankOf.street,
  )
  const open = seriesNames.filter(word => !taken.has(word))
  for (const members of series) {
    const word = open.find(other => suits(other, drafts[members[0]!]!))
    if (word === undefined) continue
    open.splice(open.indexOf(word), 1)
    pool.reserve(word)
    members.forEach((member, place) => {
      drafts[member]!.word = word
      drafts[member]!.ordinal = place + 1
    })
  }

  const grand = new Map(
    Object.entries(grandNames).map(([type, words]) => [type, words.filter(word => !taken.has(word))]),
  )
  const main = layout.landmarks.centre(900, 560)
  const own = (draft: Draft, index: number) => {
    const kept = grand.get(draft.type) ?? []
    const suitable = kept.filter(word => suits(word, draft))
    const word = draft.type === 'highway' ? compassWord(draft, main, suitable) : suitable[0]
    if (word) kept.splice(kept.indexOf(word), 1)
    draft.word =
      word ??
      pool.take(themesOf(draft, districtIndex.zarichchianskyi), new Draw(layout.seed, 'street-name', index))
  }
  drafts.forEach((draft, index) => {
    if (!draft.word && streetTypes[draft.type].kind !== 'lane') own(draft, index)
  })
  nameLanes(layout.seed, drafts, main)
  drafts.forEach((draft, index) => {
    if (!draft.word) own(draft, index)
  })
}

/** Whether a street lies where its word says: beside the sea or the river, whichever is nearer. */
function suits(word: string, {place: {seaMetres, riverMetres}}: Draft): boolean {
  if (watersideNames.sea.includes(word)) return seaMetres <= besideMetres && seaMetres <= riverMetres
  if (watersideNames.river.includes(word)) return riverMetres <= besideMetres && riverMetres <= seaMetres
  return true
}

/** A street whose middle is so far from the water is still beside it. */
const besideMetres = 900

/** A highway is called after the quarter of the compass that it leads to, if no other is; else the next name is taken. */
function compassWord({place: {middle}}: Draft, main: Point, open: readonly string[]): string | undefined {
  const [east, north] = minus(middle, main)
  const isAcross = Math.abs(east) > Math.abs(north)
  const word = isAcross ? (east > 0 ? 'Східна' : 'Західна') : north > 0 ? 'Північна' : 'Південна'
  return open.includes(word) ? word : open.find(other => !compass.includes(other))
}

const compass = ['Північна', 'Південна', 'Східна', 'Західна']
