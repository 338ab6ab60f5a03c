import {unitOf} from '../../../../tools/numbers/hash.ts'
import {distance, type Point} from '../../../../tools/space/vector.ts'
import type {Draft} from './draft.ts'
import {isAdjective, streetTypes} from './street-types.ts'

/** A lane is called after the street it leaves about this often, and so many lanes of one street may be. */
const afterStreet = 0.85
const mostOfOneStreet = 5

/**
 * Names lanes and drives after the longest street that they meet, as «пров. Лиманний» or «пров. 2-й Лиманний», counted
 * from the centre outwards. Those that keep an empty word want one of their own.
 */
export function nameLanes(seed: number, drafts: Draft[], from: Point): void {
  const meeting = new Map<number, Set<number>>()
  drafts.forEach((draft, index) => {
    for (const path of draft.paths)
      for (const node of path.nodes) {
        const there = meeting.get(node)
        if (there) there.add(index)
        else meeting.set(node, new Set([index]))
      }
  })
  const lanesOf = new Map<string, {lanes: Draft[]; word: string}>()
  drafts.forEach((draft, index) => {
    if (draft.word !== '' || streetTypes[draft.type].kind !== 'lane') return
    if (unitOf(seed, 'lane-name', index) >= afterStreet) return
    const met = new Set(
      draft.paths.flatMap(path => path.nodes.flatMap(node => [...(meeting.get(node) ?? [])])),
    )
    const [parent] = [...met]
      .map(other => drafts[other]!)
      .filter(({type, word, ordinal}) => type === 'street' && ordinal === 0 && isAdjective(word))
      .sort((a, b) => b.lengthMetres - a.lengthMetres || (a.word < b.word ? -1 : 1))
    if (!parent) return
    const key = `${draft.type} ${parent.word}`
    const siblings = lanesOf.get(key)
    if (siblings) siblings.lanes.push(draft)
    else lanesOf.set(key, {lanes: [draft], word: parent.word})
  })
  for (const {lanes, word} of lanesOf.values()) {
    lanes.sort((a, b) => distance(a.place.middle, from) - distance(b.place.middle, from))
    lanes.slice(0, mostOfOneStreet).forEach((lane, index) => {
      lane.word = word
      lane.ordinal = lanes.length === 1 ? 0 : index + 1
    })
  }
}
