import {describe, expect, it} from 'vitest'
import {transliterate} from '../../tools/language/transliterate.ts'
import {hash} from '../../tools/numbers/hash.ts'
import {boxOf} from '../../tools/space/box-of.ts'
import {isInside} from '../../tools/space/is-inside.ts'
import {NearIndex} from '../../tools/space/near-index.ts'
import {planMetres} from '../../tools/space/plan-frame.ts'
import {ringArea} from '../../tools/space/ring-area.ts'
import {segmentCrossing} from '../../tools/space/segment-crossing.ts'
import {distance, type Point} from '../../tools/space/vector.ts'
import {districts} from '../districts.ts'
import {makeGround} from './make-ground.ts'
import {steepestGrade} from './network/limit-grade.ts'
import {cellMetres, terrainCells, waterKinds} from './terrain.ts'
import {treeSpecies} from './trees/tree-species.ts'

const ground = makeGround({seed: 1, scale: 0.05})
const {network, streets, buildings, districtOutlines, areas, trees, terrain} = ground

describe('network', () => {
  it('is no steeper than its classes allow, to the rounding of heights', () => {
    const steeper = network.edges.filter(({from, to, lengthMetres, class: roadClass}) => {
      const rise = Math.abs(network.nodes[from]!.heightMetres - network.nodes[to]!.heightMetres)
      return rise > steepestGrade[roadClass] * lengthMetres + 0.011
    })
    expect(steeper).toEqual([])
  })

  it('lets everybody who drives reach every road, and who walks every way', () => {
    for (const reaches of [
      (edge: (typeof network.edges)[number]) => edge.speedKmh > 0,
      (edge: (typeof network.edges)[number]) => edge.class !== 'rail',
    ])
      expect(partsOf(reaches)).toBe(1)
  })

  it('lets ships under its bridges', () => {
    // Over the channel of the river a deck is at least four metres above the water.
    const low = network.edges.filter(({isBridge, from, to, class: roadClass}) => {
      if (!isBridge || roadClass === 'path') return false
      const [a, b] = [network.nodes[from]!, network.nodes[to]!]
      const middle: Point = [(a.at[0] + b.at[0]) / 2, (a.at[1] + b.at[1]) / 2]
      return waterAt(middle) === 'river' && (a.heightMetres + b.heightMetres) / 2 < 4
    })
    expect(low).toEqual([])
  })
})

describe('streets', () => {
  it('are some five hundred, each with a name of its own', () => {
    expect(streets.length).toBeGreaterThanOrEqual(450)
    expect(streets.length).toBeLessThanOrEqual(750)
    expect(new Set(streets.map(({name}) => name.uk)).size).toBe(streets.length)
    expect(new Set(streets.map(({name}) => name.en)).size).toBe(streets.length)
    expect(new Set(streets.map(({id}) => id)).size).toBe(streets.length)
  })

  it('have roads, each of which knows its street', () => {
    streets.forEach(({edges, name}, index) => {
      expect(edges.length, name.uk).toBeGreaterThan(0)
      for (const edge of edges) expect(network.edges[edge]!.street, name.uk).toBe(index)
    })
    const named = network.edges.filter(({street}) => street >= 0).length
    expect(streets.reduce((sum, {edges}) => sum + edges.length, 0)).toBe(named)
  })

  it('leave no avenue, main road or street of a class without a name, but for short pieces', () => {
    const nameless = network.edges.filter(
      ({street, class: roadClass}) => street < 0 && ['avenue', 'main', 'street'].includes(roadClass),
    )
    const metres = nameless.reduce((sum, {lengthMetres}) => sum + lengthMetres, 0)
    expect(metres).toBeLessThan(600)
  })

  it('are called in English as in Ukrainian, letter by letter', () => {
    for (const {name} of streets) {
      const words = name.uk
        .split(' ')
        .slice(1)
        .filter(word => !/^\d/.test(word))
      expect(name.en, name.uk).toContain(transliterate(words.join(' ')))
    }
  })

  it('were renamed, about thirty of them, from names that no street has today', () => {
    const renamed = streets.filter(({former}) => former)
    expect(renamed.length).toBeGreaterThanOrEqual(25)
    expect(renamed.length).toBeLessThanOrEqual(32)
    const today = new Set(streets.map(({name}) => name.uk))
    expect(renamed.filter(({former}) => today.has(former!.uk))).toEqual([])
    expect(new Set(renamed.map(({former}) => former!.uk)).size).toBe(renamed.length)
  })

  it('are of types that fit: lanes are short, avenues long', () => {
    const metres = (kind: string) =>
      streets
        .filter(street => street.kind === kind)
        .map(({edges}) => edges.reduce((sum, edge) => sum + network.edges[edge]!.lengthMetres, 0))
        .sort((a, b) => a - b)
    const middle = (list: number[]) => list[Math.floor(list.length / 2)]!
    expect(middle(metres('lane'))).toBeLessThan(260)
    expect(middle(metres('street'))).toBeGreaterThan(330)
    expect(middle(metres('avenue'))).toBeGreaterThan(1500)
  })

  it('count sets of one name from one side to the other, without gaps', () => {
    const sets = new Map<string, number[]>()
    for (const {name} of streets) {
      const [, ordinal, word] = /^вул\. (\d+)-\S+ (\S+)$/.exec(name.uk) ?? []
      if (ordinal) sets.set(word!, [...(sets.get(word!) ?? []), Number(ordinal)])
    }
    expect(sets.size).toBeGreaterThanOrEqual(3)
    for (const [word, ordinals] of sets)
      expect(
        ordinals.sort((a, b) => a - b),
        word,
      ).toEqual(ordinals.map((_, index) => index + 1))
  })
})

describe('addresses', () => {
  const outbuildings = new Set(['shed', 'garage', 'silo', 'boiler', 'substation'])

  it('belong to every building where people live or call, and to no outbuilding', () => {
    for (const {kind, street, house, postcode, id} of buildings) {
      const has = !outbuildings.has(kind)
      expect([street >= 0, house !== '', postcode !== ''], `${id} ${kind}`).toEqual([has, has, has])
    }
  })

  it('are each of one building', () => {
    const addressed = buildings.filter(({street}) => street >= 0)
    expect(new Set(addressed.map(({street, house}) => `${street} ${house}`)).size).toBe(addressed.length)
  })

  it('look like addresses', () => {
    const strange = buildings.filter(
      ({street, house, postcode}) =>
        street >= 0 &&
        !(/^\d{1,3}(-[АБВГДЕЖКЛМНП])?(\/\d{1,3})?$/.test(house) && /^001[0-2]\d$/.test(postcode)),
    )
    expect(strange).toEqual([])
    expect(buildings.filter(({house}) => house.includes('/')).length).toBeGreaterThan(100)
    expect(buildings.filter(({house}) => /[А-П]/.test(house)).length).toBeGreaterThan(100)
  })

  it('rise along a street: most neighbours in number are neighbours in place', () => {
    let near = 0
    let all = 0
    streets.forEach((_, street) => {
      const own = buildings
        .filter(building => building.street === street && !building.house.includes('-'))
        .map(({house, centre}) => ({number: Number.parseInt(house, 10), centre}))
      for (const side of [0, 1]) {
        const row = own.filter(({number}) => number % 2 === side).sort((a, b) => a.number - b.number)
        for (let index = 1; index < row.length; index++) {
          all++
          if (distance(row[index]!.centre, row[index - 1]!.centre) < 130) near++
        }
      }
    })
    expect(all).toBeGreaterThan(8000)
    expect(near / all).toBeGreaterThan(0.9)
  })
})

describe('districts', () => {
  it('are one outline each that does not cross itself', () => {
    expect(districtOutlines).toHaveLength(districts.length)
    for (const rings of districtOutlines) {
      expect(rings).toHaveLength(1)
      expect(ringArea(rings[0]!)).toBeGreaterThan(2_000_000)
      expect(crossings(rings[0]!)).toEqual([])
    }
  })

  it('tile the land: no place is in two, and hardly any outside all', () => {
    let outside = 0
    let land = 0
    for (let index = 0; index < 6000; index++) {
      const at: Point = [
        (hash(7, index, 1) / 2 ** 32) * (planMetres - 8) + 4,
        (hash(7, index, 2) / 2 ** 32) * (planMetres - 8) + 4,
      ]
      const count = districtOutlines.filter(([ring]) => isInside(at, ring!)).length
      expect(count).toBeLessThanOrEqual(1)
      if (waterAt(at) === 'sea') continue
      land++
      if (count === 0) outside++
    }
    expect(outside / land).toBeLessThan(0.004)
  })

  it('hold the buildings that say so', () => {
    const astray = buildings.filter(
      ({district, centre}) => !isInside(centre, districtOutlines[district]![0]!),
    )
    // What stands on a mole or a pier may be a step outside.
    expect(astray.length / buildings.length).toBeLessThan(0.002)
  })
})

describe('areas', () => {
  const base = areas.filter(({kind}) => !['square', 'pitch', 'parking', 'schoolyard'].includes(kind))

  it('have the waters’ areas as the terrain has them', () => {
    for (const kind of ['sea', 'river', 'reservoir'] as const) {
      const index = waterKinds.indexOf(kind)
      const cells = terrain.water.reduce((count, water) => count + (water === index ? 1 : 0), 0)
      const drawn = base
        .filter(area => area.kind === kind)
        .reduce((sum, {rings}) => sum + rings.reduce((part, ring) => part + ringArea(ring), 0), 0)
      expect(Math.abs(drawn / (cells * cellMetres * cellMetres) - 1), kind).toBeLessThan(0.02)
    }
  })

  it('name the waters, parks, beaches and estates', () => {
    const names = areas.flatMap(({name}) => (name ? [name.uk] : []))
    expect(names).toContain('річка Зразівка')
    expect(names.filter(name => name.startsWith('парк')).length).toBeGreaterThan(3)
    expect(names.filter(name => name.startsWith('пляж')).length).toBeGreaterThan(1)
    expect(names.filter(name => name.startsWith('мікрорайон')).length).toBeGreaterThan(2)
  })
})

describe('trees', () => {
  it('are about a hundred thousand, a quarter of them along streets', () => {
    expect(trees.count).toBeGreaterThan(80_000)
    expect(trees.count).toBeLessThan(130_000)
    const along = trees.street.reduce((count, street) => count + (street >= 0 ? 1 : 0), 0)
    expect(along).toBeGreaterThan(20_000)
    expect(along).toBeLessThan(32_000)
  })

  it('stand on dry ground, outside walls', () => {
    const index = new NearIndex<Point[]>(40)
    for (const {outline} of buildings) index.add(outline, boxOf(outline))
    let wet = 0
    let inside = 0
    for (let tree = 0; tree < trees.count; tree++) {
      const at: Point = [trees.x[tree]!, trees.y[tree]!]
      if (waterAt(at) !== 'none') wet++
      if (tree % 3 === 0 && index.near(at, 0.1).some(outline => isInside(at, outline))) inside++
    }
    expect([wet, inside]).toEqual([0, 0])
  })

  it('are as high as their species and age allow', () => {
    for (let tree = 0; tree < trees.count; tree += 11) {
      const species = treeSpecies[trees.species[tree]!]!
      expect(trees.heightMetres[tree]).toBeLessThanOrEqual(species.heightMetres * 1.3)
      expect(trees.planted[tree]).toBeGreaterThan(1900)
      expect(trees.planted[tree]).toBeLessThan(2025)
    }
  })

  it('stand beside their street', () => {
    for (let tree = 0; tree < trees.count; tree += 97) {
      const street = streets[trees.street[tree]!]
      if (!street) continue
      const at: Point = [trees.x[tree]!, trees.y[tree]!]
      const near = street.edges.some(edge => {
        const {from, to} = network.edges[edge]!
        return (
          distance(network.nodes[from]!.at, at) + distance(network.nodes[to]!.at, at) <
          network.edges[edge]!.lengthMetres + 30
        )
      })
      expect(near, street.name.uk).toBe(true)
    }
  })
})

function waterAt([x, y]: Point): (typeof waterKinds)[number] {
  return waterKinds[terrain.water[Math.floor(y / cellMetres) * terrainCells + Math.floor(x / cellMetres)]!]!
}

/** How many parts the chosen edges fall into. */
function partsOf(reaches: (edge: (typeof network.edges)[number]) => boolean): number {
  const around: number[][] = network.nodes.map(() => [])
  for (const edge of network.edges)
    if (reaches(edge)) {
      around[edge.from]!.push(edge.to)
      around[edge.to]!.push(edge.from)
    }
  const isSeen = new Uint8Array(network.nodes.length)
  let parts = 0
  around.forEach((others, start) => {
    if (others.length === 0 || isSeen[start]) return
    parts++
    const waiting = [start]
    isSeen[start] = 1
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
      for (const other of around[node]!)
        if (!isSeen[other]) {
          isSeen[other] = 1
          waiting.push(other)
        }
  })
  return parts
}

/** Pairs of sides of a ring that cross. */
function crossings(ring: readonly Point[]): [number, number][] {
  const index = new NearIndex<number>(80)
  const found: [number, number][] = []
  ring.forEach((from, side) => {
    const to = ring[(side + 1) % ring.length]!
    const box = boxOf([from, to])
    for (const other of index.touching(box)) {
      if (other === side - 1 || (other === 0 && side === ring.length - 1)) continue
      const shares = segmentCrossing(from, to, ring[other]!, ring[(other + 1) % ring.length]!)
      if (shares?.every(share => share > 1e-9 && share < 1 - 1e-9)) found.push([other, side])
    }
    index.add(side, box)
  })
  return found
}
