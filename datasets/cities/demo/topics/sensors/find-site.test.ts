import {describe, expect, test} from 'vitest'
import type {Point} from '../../tools/space/vector.ts'
import type {Building, BuildingKind, Edge, Ground} from '../../world/ground/ground.ts'
import {cellMetres, terrainCells} from '../../world/ground/terrain.ts'
import {findSite} from './find-site.ts'

const cell = ([x, y]: Point) => Math.floor(y / cellMetres) * terrainCells + Math.floor(x / cellMetres)

/** A slope that rises to the east, with a river from x = 4000 to 4040 and a ditch along y = 1002. */
function smallGround(): Ground {
  const heights = new Float32Array(terrainCells * terrainCells)
  const water = new Uint8Array(terrainCells * terrainCells)
  for (let row = 0; row < terrainCells; row++)
    for (let column = 0; column < terrainCells; column++) {
      heights[row * terrainCells + column] = column / 10 - (row === 250 ? 3 : 0)
      if (column >= 1000 && column < 1010) water[row * terrainCells + column] = 2
    }
  const building = (kind: BuildingKind, [x, y]: Point, district: number): Building => ({
    id: `PR-${kind}`,
    kind,
    outline: [
      [x - 20, y - 20],
      [x + 20, y - 20],
      [x + 20, y + 20],
      [x - 20, y + 20],
    ],
    holes: [],
    parts: [],
    storeys: 5,
    heightMetres: 15,
    eavesMetres: 15,
    groundMetres: 0,
    roof: 'flat',
    year: 1970,
    dwellings: kind === 'house' ? 1 : 0,
    residents: [0, 0, 1, 0],
    district,
    street: 4,
    house: '1',
    postcode: '',
    centre: [x, y],
  })
  const edge = (from: number, to: number, isBridge: boolean): Edge => ({
    from,
    to,
    class: 'avenue',
    lengthMetres: 100,
    speedKmh: 50,
    isBridge,
    street: isBridge ? 7 : 8,
  })
  return {
    terrain: {heights, water},
    streets: [],
    network: {
      nodes: [
        [1000, 2000],
        [1100, 2000],
        [4000, 2000],
        [4040, 2000],
      ].map(at => ({at: at as unknown as Point, heightMetres: 0})),
      edges: [edge(0, 1, false), edge(2, 3, true)],
    },
    buildings: [building('house', [1000, 1100], 2), building('boiler', [1500, 1100], 3)],
    districtOutlines: [],
    areas: [],
    trees: {} as Ground['trees'],
  }
}

describe('a place for a device', () => {
  const ground = smallGround()

  test('on the nearest building of its kind; on a dwelling where there is none near', () => {
    expect(findSite(ground, [1200, 1100], {at: 'building', kinds: ['boiler']})).toMatchObject({
      point: [1500, 1100],
      district: 3,
    })
    expect(findSite(ground, [1200, 1100], {at: 'building', kinds: ['slab9']})).toMatchObject({
      point: [1000, 1100],
      district: 2,
    })
  })

  test('beside a road, on a bridge only where one is asked for', () => {
    const [road, bridge] = [false, true].map(isBridge =>
      findSite(ground, [3900, 2000], {at: 'road', classes: ['avenue'], isBridge}),
    )
    expect(road).toMatchObject({point: [1050, 2000], street: 8})
    expect(bridge).toMatchObject({point: [4020, 2000], street: 7})
  })

  test('on open ground outside of buildings and water', () => {
    const inHouse = findSite(ground, [1000, 1100], {at: 'open'}).point
    expect(Math.abs(inHouse[0] - 1000) > 20 || Math.abs(inHouse[1] - 1100) > 20).toBe(true)
    expect(Math.abs(inHouse[0] - 1000) + Math.abs(inHouse[1] - 1100)).toBeLessThan(60)
    const inRiver = findSite(ground, [4018, 3000], {at: 'open'}).point
    expect(ground.terrain.water[cell(inRiver)]).toBe(0)
  })

  test('on the bank of a river, and in the lowest ground', () => {
    const {point} = findSite(ground, [3900, 3000], {at: 'bank', waters: ['river']})
    expect(point).toEqual([3998, 3002])
    expect(findSite(ground, [2000, 1030], {at: 'bottom'}).point[1]).toBe(1002)
  })

  test('the spot itself where nothing answers', () => {
    expect(findSite(ground, [2000, 3000], {at: 'bank', waters: ['sea']}).point).toEqual([2000, 3000])
  })
})
