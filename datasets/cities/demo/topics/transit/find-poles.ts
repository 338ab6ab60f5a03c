import type {Text} from '../../../../src/index.ts'
import {ringArea} from '../../tools/space/ring-area.ts'
import {ringCentroid} from '../../tools/space/ring-centroid.ts'
import {distance, type Point} from '../../tools/space/vector.ts'
import {
  type AreaKind,
  type Building,
  type BuildingKind,
  type Ground,
  residentsOf,
} from '../../world/ground/ground.ts'

/** A place that lines lead to; without a name it is called after its street. */
export type Pole = {at: Point; name: Text | null}

/** How many parts the homes are divided into. */
const homes = 18
const rounds = 10

/**
 * Where people go from and to: the middles of the parts that people live in, `home-0` … the most populous first and
 * `edge-0` … the farthest from the centre first, and what the city has one or two of.
 */
export function findPoles(ground: Ground): Map<string, Pole> {
  const {buildings, areas, streets, network} = ground
  const poles = new Map<string, Pole>()
  const put = (key: string, at: Point | undefined, name: Text | null) => {
    if (at) poles.set(key, {at, name})
  }
  const parts = homeParts(buildings)
  for (const [index, at] of parts.entries()) put(`home-${index}`, at, null)
  const ofKind = (kind: BuildingKind) => buildings.filter(building => building.kind === kind)
  const areaOf = (kind: AreaKind) =>
    areas.filter(area => area.kind === kind).sort((a, b) => ringArea(b.rings[0]!) - ringArea(a.rings[0]!))
  const middle = (area: {rings: Point[][]} | undefined) => area && ringCentroid(area.rings[0]!)

  const square =
    streets.find(({name}) => name.uk === 'пл. Соборна') ?? streets.find(({kind}) => kind === 'square')
  const corner = square && network.nodes[network.edges[square.edges[0]!]!.from]!.at
  const main = corner ?? poles.get('home-0')!.at
  put('centre', main, square?.name ?? null)
  const outward = [...parts].sort((a, b) => distance(b, main) - distance(a, main))
  for (const [index, at] of outward.entries()) put(`edge-${index}`, at, null)
  const stations = ofKind('station').sort((a, b) => size(b) - size(a))
  put('station', stations[0]?.centre, {uk: 'Залізничний вокзал', en: 'Railway Station'})
  put('port', middle(areaOf('harbour')[0]), {uk: 'Морський порт', en: 'Sea Port'})
  put('market', middle(areaOf('market')[0]) ?? ofKind('market')[0]?.centre, {uk: 'Ринок', en: 'Market'})
  const hospitals = ofKind('hospital')
  put('hospital', hospitals[0]?.centre, {uk: 'Міська лікарня', en: 'City Hospital'})
  const works = areaOf('industry').map(area => ringCentroid(area.rings[0]!))
  put('works', works[0], {uk: 'Промзона', en: 'Industrial Area'})
  put('far-works', farthest(works, works[0]), {uk: 'Заводська прохідна', en: 'Works Gate'})
  const beaches = areaOf('beach').filter(area => area.name)
  const west = [...beaches].sort((a, b) => middle(a)![0] - middle(b)![0])
  put('west-beach', middle(west[0]), west[0]?.name ?? null)
  put('east-beach', middle(west[west.length - 1]), west[west.length - 1]?.name ?? null)
  put('cemetery', middle(areaOf('cemetery')[0]), {uk: 'Кладовище', en: 'Cemetery'})
  const allotments = areaOf('allotments')[0]
  put('allotments', middle(allotments), allotments?.name ?? {uk: 'Дачі', en: 'Allotments'})
  return poles
}

const size = ({outline}: Building) => Math.abs(ringArea(outline))

function farthest(points: readonly Point[], from: Point | undefined): Point | undefined {
  if (!from) return undefined
  return [...points].sort((a, b) => distance(b, from) - distance(a, from))[0]
}

/** Middles of the parts that homes are divided into (Lloyd 1982, weighted by residents), the most populous first. */
function homeParts(buildings: readonly Building[]): Point[] {
  const inhabited = buildings.filter(building => residentsOf(building) > 0)
  let middles: Point[] = [inhabited[0]!.centre]
  const away = inhabited.map(({centre}) => distance(centre, middles[0]!))
  while (middles.length < homes) {
    const next = inhabited[away.indexOf(Math.max(...away))]!.centre
    middles.push(next)
    inhabited.forEach(({centre}, index) => {
      away[index] = Math.min(away[index]!, distance(centre, next))
    })
  }
  let people: number[] = []
  for (let round = 0; round < rounds; round++) {
    const sums = middles.map(() => ({people: 0, x: 0, y: 0}))
    for (const building of inhabited) {
      const metres = middles.map(middle => distance(middle, building.centre))
      const sum = sums[metres.indexOf(Math.min(...metres))]!
      const count = residentsOf(building)
      sum.people += count
      sum.x += building.centre[0] * count
      sum.y += building.centre[1] * count
    }
    middles = sums.map(
      ({people: count, x, y}, index): Point => (count === 0 ? middles[index]! : [x / count, y / count]),
    )
    people = sums.map(({people: count}) => count)
  }
  return middles
    .map((middle, index) => ({middle, people: people[index]!}))
    .sort((a, b) => b.people - a.people)
    .map(({middle}) => middle)
}
