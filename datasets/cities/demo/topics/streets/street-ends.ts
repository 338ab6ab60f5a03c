import type {Ground} from '../../world/ground/ground.ts'

/** For every street the streets that it leads to at its ends, by index: two, one or none. */
export function streetEnds({streets, network}: Ground): number[][] {
  const meeting = new Map<number, Set<number>>()
  for (const {from, to, street} of network.edges) {
    if (street < 0) continue
    for (const node of [from, to]) {
      const there = meeting.get(node)
      if (there) there.add(street)
      else meeting.set(node, new Set([street]))
    }
  }
  return streets.map(({edges}, self) => {
    const own = new Map<number, number>()
    for (const edge of edges)
      for (const node of [network.edges[edge]!.from, network.edges[edge]!.to])
        own.set(node, (own.get(node) ?? 0) + 1)
    const ends: number[] = []
    for (const [node, count] of own) {
      if (count !== 1) continue
      const [longest] = [...(meeting.get(node) ?? [])]
        .filter(other => other !== self && !ends.includes(other))
        .sort((a, b) => streets[b]!.edges.length - streets[a]!.edges.length || a - b)
      if (longest !== undefined) ends.push(longest)
    }
    return ends.slice(0, 2)
  })
}
