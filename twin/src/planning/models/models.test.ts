import {expect, test} from 'vitest'
import {areaOf} from '../polygons.ts'
import {addBox, type Place} from './box.fixture.ts'
import {massOf} from './mass.ts'
import {type Mesh, MeshBuilder} from './mesh.ts'
import {outlineOf} from './outline.ts'
import {packMesh, unpackMesh} from './pack-mesh.ts'
import {isTreeHit, triangleTree} from './triangle-tree.ts'
import {enclosedM3, isClosed} from './volume.ts'

function boxes(...all: [Place, Place][]): Mesh {
  const builder = new MeshBuilder()
  for (const [from, to] of all) addBox(builder, from, to)
  return builder.mesh()
}
/** A closed roof on walls: a gable along the east, ridge in the middle. */
function gable(width: number, depth: number, eaves: number, ridge: number): Mesh {
  const builder = new MeshBuilder()
  const add = (...places: Place[]) => {
    for (let i = 1; i + 1 < places.length; i++) builder.add(places[0]!, places[i]!, places[i + 1]!, '#808080')
  }
  const [w, d, h] = [width, depth, depth / 2]
  add([0, 0, 0], [0, d, 0], [w, d, 0], [w, 0, 0])
  add([0, 0, 0], [w, 0, 0], [w, 0, eaves], [0, 0, eaves])
  add([w, d, 0], [0, d, 0], [0, d, eaves], [w, d, eaves])
  add([0, 0, eaves], [w, 0, eaves], [w, h, ridge], [0, h, ridge])
  add([w, d, eaves], [0, d, eaves], [0, h, ridge], [w, h, ridge])
  add([w, 0, 0], [w, d, 0], [w, d, eaves], [w, h, ridge], [w, 0, eaves])
  add([0, d, 0], [0, 0, 0], [0, 0, eaves], [0, h, ridge], [0, d, eaves])
  return builder.mesh()
}

test('a gabled house encloses width × depth × (eaves + half the roof’s height), and its outline is its plan', () => {
  const mesh = gable(12, 8, 3, 6)
  expect(isClosed(mesh)).toBe(true)
  expect(enclosedM3(mesh)).toBeCloseTo(12 * 8 * (3 + 1.5), 9)
  const outline = outlineOf(mesh)
  expect(outline).toHaveLength(1)
  expect(outline[0]).toHaveLength(1)
  expect(outline[0]![0]).toHaveLength(4)
  expect(areaOf(outline)).toBeCloseTo(96, 9)
  // At 4.5 m the roof is half as deep: half of the way from eaves to ridge.
  expect(areaOf(outlineOf(mesh, 4.5))).toBeCloseTo(48, 6)
  expect(outlineOf(mesh, 6.5)).toEqual([])
})

test('the outline of boxes that cross, touch and hang over is their union: counted by hand', () => {
  // A ring of four walls around a courtyard of 6 × 6, whose boxes overlap at the corners.
  const court = outlineOf(
    boxes(
      [
        [0, 0, 0],
        [10, 2, 3],
      ],
      [
        [0, 8, 0],
        [10, 10, 3],
      ],
      [
        [0, 0, 0],
        [2, 10, 3],
      ],
      [
        [8, 0, 0],
        [10, 10, 3],
      ],
    ),
  )
  expect(court).toHaveLength(1)
  expect(court[0]!.map(ring => ring.length)).toEqual([4, 4])
  expect(areaOf(court)).toBeCloseTo(100 - 36, 9)
  // Two that touch along a part of a side: 100 + 24, and one ring.
  const touching = outlineOf(
    boxes(
      [
        [0, 0, 0],
        [10, 10, 3],
      ],
      [
        [10, 2, 0],
        [14, 8, 9],
      ],
    ),
  )
  expect(touching).toHaveLength(1)
  expect(touching[0]![0]).toHaveLength(8)
  expect(areaOf(touching)).toBeCloseTo(124, 9)
  // A bar that crosses another at a level of its own: 2 × 20 × 4 − 16.
  expect(
    areaOf(
      outlineOf(
        boxes(
          [
            [-10, -2, 0],
            [10, 2, 3],
          ],
          [
            [-2, -10, 6],
            [2, 10, 9],
          ],
        ),
      ),
    ),
  ).toBeCloseTo(144, 9)
  // Two apart, the larger first; two that meet at a corner only stay two.
  expect(
    outlineOf(
      boxes(
        [
          [0, 0, 0],
          [1, 1, 1],
        ],
        [
          [5, 5, 0],
          [8, 8, 1],
        ],
      ),
    ).map(one => areaOf([one])),
  ).toEqual([9, 1])
  expect(
    outlineOf(
      boxes(
        [
          [0, 0, 0],
          [1, 1, 1],
        ],
        [
          [1, 1, 0],
          [2, 2, 1],
        ],
      ),
    ),
  ).toHaveLength(2)
})

test('the area of the union of random boxes is what counting cells says', () => {
  let seed = 11
  const random = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
    return seed / 2 ** 32
  }
  for (let round = 0; round < 12; round++) {
    const all = Array.from({length: 14}, (): [Place, Place] => {
      const [x, y, z] = [0, 0, 0].map(() => Math.floor(random() * 30)) as Place
      return [
        [x, y, z],
        [
          x + 1 + Math.floor(random() * 12),
          y + 1 + Math.floor(random() * 12),
          z + 1 + Math.floor(random() * 9),
        ],
      ]
    })
    const level = Math.floor(random() * 20) + 0.5
    let cells = 0
    for (let x = 0; x < 50; x++)
      for (let y = 0; y < 50; y++)
        if (all.some(([a, b]) => x >= a[0] && x < b[0] && y >= a[1] && y < b[1] && b[2] > level)) cells++
    expect(areaOf(outlineOf(boxes(...all), level))).toBeCloseTo(cells, 6)
  }
})

test('a round tower of slices keeps its polygon’s area, turned and moved anywhere', () => {
  const builder = new MeshBuilder()
  const [sides, radius] = [48, 9.5]
  const at = (i: number, z: number): Place => [
    200 + radius * Math.cos((i * 2 * Math.PI) / sides + 0.1),
    -77 + radius * Math.sin((i * 2 * Math.PI) / sides + 0.1),
    z,
  ]
  for (let i = 0; i < sides; i++) {
    builder.add([200, -77, 30], at(i, 30), at(i + 1, 30), '#ffffff')
    builder.add([200, -77, 0], at(i + 1, 0), at(i, 0), '#ffffff')
    builder.add(at(i, 0), at(i + 1, 0), at(i + 1, 30), '#ffffff')
    builder.add(at(i, 0), at(i + 1, 30), at(i, 30), '#ffffff')
  }
  const area = (sides / 2) * radius ** 2 * Math.sin((2 * Math.PI) / sides)
  const mesh = builder.mesh()
  expect(areaOf(outlineOf(mesh))).toBeCloseTo(area, 1)
  expect(enclosedM3(mesh)).toBeCloseTo(area * 30, 0)
  expect(outlineOf(mesh)[0]![0]).toHaveLength(sides)
})

test('storeys: those of the file, from the ground up and with room under the roof, or as many as fit', () => {
  // Ten metres wide below, a tower of five from 6 m up; a cellar and a storey at the roof do not count.
  const mesh = boxes(
    [
      [0, 0, -3],
      [10, 10, 6],
    ],
    [
      [0, 0, 6],
      [5, 5, 12],
    ],
  )
  const {storeys, heightMetres, volumeOf, volumeM3} = massOf(mesh, [-3, 0, 3, 6, 9, 12], false)
  expect(heightMetres).toBe(12)
  expect(storeys.map(({floorMetres, outline}) => [floorMetres, Math.round(areaOf(outline))])).toEqual([
    [0, 100],
    [3, 100],
    [6, 25],
    [9, 25],
  ])
  expect([volumeOf, Math.round(volumeM3)]).toEqual(['bodies', 900 + 150])
  expect(massOf(mesh, null, false).storeys).toHaveLength(4)
})

test('four walls, a floor and a roof are a building of their envelope’s volume, not of their bricks’', () => {
  const mesh = boxes(
    [
      [0, 0, 0],
      [10, 0.3, 3],
    ],
    [
      [0, 7.7, 0],
      [10, 8, 3],
    ],
    [
      [0, 0.3, 0],
      [0.3, 7.7, 3],
    ],
    [
      [9.7, 0.3, 0],
      [10, 7.7, 3],
    ],
    [
      [0, 0, -0.3],
      [10, 8, 0],
    ],
    [
      [0, 0, 3],
      [10, 8, 3.3],
    ],
  )
  const mass = massOf(mesh, null, true)
  expect(mass.volumeOf).toBe('envelope')
  expect(Math.abs(mass.volumeM3 / (10 * 8 * 3.6) - 1)).toBeLessThan(0.01)
  expect(areaOf(mass.footprint)).toBeCloseTo(80, 6)
  // The same as one massing, of parts that lie in one another: it fills its envelope.
  expect(
    massOf(
      boxes([
        [0, 0, 0],
        [10, 8, 3],
      ]),
      null,
      true,
    ),
  ).toMatchObject({volumeOf: 'bodies', volumeM3: 240})
})

test('packed and unpacked a mesh is the same to the last bit; what is damaged is refused', () => {
  const builder = new MeshBuilder()
  addBox(builder, [-12.3456, 4.5, 0], [7.0004, 99.9999, 31.2], '#aa0000')
  addBox(builder, [500, -700, -2], [501, -690, 12], '#00aa00')
  const mesh = builder.mesh()
  const packed = packMesh(mesh)
  expect(unpackMesh(JSON.parse(JSON.stringify(packed)))).toEqual(mesh)
  expect(mesh.paints.map(({colour}) => colour)).toEqual(['#aa0000', '#00aa00'])
  expect(packed.bytes.length).toBeLessThan(300)
  for (const damaged of [
    null,
    {...packed, bytes: packed.bytes.slice(0, 40)},
    {...packed, bytes: '%%%'},
    {...packed, corners: 1e9},
    {...packed, corners: 2},
    {...packed, triangles: -1},
  ])
    expect(() => unpackMesh(damaged)).toThrow('damaged')
  expect(unpackMesh({...packed, paints: [['url(x)', 24]]}).paints).toEqual([
    {colour: '#c8c8c8', triangles: 24},
  ])
})

test('rays meet the tree’s triangles where they meet one of all', () => {
  let seed = 5
  const random = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
    return seed / 2 ** 32
  }
  const all = Array.from({length: 40}, (): [Place, Place] => {
    const [x, y] = [random() * 100, random() * 100]
    return [
      [x, y, 0],
      [x + 2 + random() * 6, y + 2 + random() * 6, 3 + random() * 20],
    ]
  })
  const tree = triangleTree(boxes(...all))
  let hits = 0
  for (let i = 0; i < 600; i++) {
    const [x, y, z, angle, slope] = [
      random() * 100,
      random() * 100,
      random() * 15,
      random() * 7,
      random() - 0.3,
    ]
    const towards: [number, number] = [Math.cos(angle), Math.sin(angle)]
    // Independent: the ray's stretch over each box's plan, by slabs, and its heights there.
    const most = 60
    const isHit = all.some(([a, b]) => {
      let [enter, leave] = [0, most]
      for (const [from, to, low, high] of [
        [x, towards[0], a[0], b[0]],
        [y, towards[1], a[1], b[1]],
        [z, slope, a[2], b[2]],
      ] as const) {
        const [one, other] = [(low - from) / to, (high - from) / to]
        enter = Math.max(enter, Math.min(one, other))
        leave = Math.min(leave, Math.max(one, other))
      }
      return enter < leave
    })
    if (isHit) hits++
    expect(isTreeHit(tree, [x, y], z, towards, slope, most)).toBe(isHit)
  }
  expect(hits).toBeGreaterThan(150)
  expect(hits).toBeLessThan(550)
})
