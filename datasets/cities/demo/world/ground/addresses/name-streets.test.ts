import {describe, expect, it} from 'vitest'
import {mapAreas} from '../areas/map-areas.ts'
import {drawDistricts} from '../districts/draw-districts.ts'
import {makeLayout} from '../layout/make-layout.ts'
import {makeNetwork} from '../network/make-network.ts'
import {cellMetres, terrainCells, waterKinds} from '../terrain.ts'
import {declinedFor} from './name-streets/street-types.ts'
import {nameStreets} from './name-streets.ts'
import {streetNames, watersideNames} from './street-names.ts'

describe.each([1, 2, 3])('streets of city %i', seed => {
  const layout = makeLayout(seed)
  const network = makeNetwork(layout)
  const {districtAt} = drawDistricts(layout, mapAreas(layout).areas)
  const {streets} = nameStreets(layout, network, districtAt)

  /** Whether water of a kind lies within so many metres of a street. */
  const isNear = (edges: readonly number[], kind: (typeof waterKinds)[number], metres: number) => {
    const wanted = waterKinds.indexOf(kind)
    const reach = Math.ceil(metres / cellMetres)
    return edges.some(edge => {
      const [x, y] = network.nodes[network.edges[edge]!.from]!.at
      for (let row = -reach; row <= reach; row += 4)
        for (let column = -reach; column <= reach; column += 4) {
          const [at, up] = [Math.floor(x / cellMetres) + column, Math.floor(y / cellMetres) + row]
          const isOnPlan = at >= 0 && up >= 0 && at < terrainCells && up < terrainCells
          if (isOnPlan && layout.terrain.water[up * terrainCells + at] === wanted) return true
        }
      return false
    })
  }
  const forms = (words: readonly string[]) =>
    new Set(
      words.flatMap(word =>
        (['feminine', 'masculine', 'neuter'] as const).map(gender => declinedFor(word, gender)),
      ),
    )
  const called = (words: ReadonlySet<string>) =>
    streets.filter(({name}) => words.has(name.uk.split(' ').at(-1)!))

  it('that are called after the sea lie by it', () => {
    const sea = called(forms([...streetNames.sea, ...watersideNames.sea])).filter(
      ({kind}) => kind !== 'square',
    )
    expect(sea.length).toBeGreaterThan(12)
    expect(sea.filter(({edges}) => !isNear(edges, 'sea', 950)).map(({name}) => name.uk)).toEqual([])
  })

  it('that are called after ships and quays lie by the sea or the river', () => {
    const inland = called(forms(streetNames.harbour)).filter(
      ({kind, edges}) => kind !== 'avenue' && !isNear(edges, 'sea', 1100) && !isNear(edges, 'river', 1100),
    )
    expect(inland.map(({name}) => name.uk)).toEqual([])
  })

  it('that run along water are called after that water', () => {
    const embankments = streets.filter(({kind}) => kind === 'embankment')
    const wrong = embankments.filter(
      ({name, edges}) => name.uk === 'наб. Річкова' && !isNear(edges, 'river', 300),
    )
    expect(wrong).toEqual([])
  })
})
