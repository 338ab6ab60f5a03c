import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {toWgs84} from '@hromada/warehouse/geometry'
import {expect, test} from 'vitest'
import {realData} from '../../../../.config/real-data.ts'
import {areaOf} from '../polygons.ts'
import {siteFrame} from '../site-frame.ts'
import {boxOf} from './mesh.ts'
import {readModel} from './read-model.ts'

type Solid = {
  type: string
  lod: string
  boundaries: number[][][][]
  semantics?: {surfaces: {type: string}[]; values: number[][]}
}
type City = {
  CityObjects: Record<string, {type: string; parents?: string[]; children?: string[]; geometry?: Solid[]}>
  vertices: [number, number, number][]
  transform: {scale: number[]; translate: number[]}
}

/**
 * Volume of a solid by the divergence theorem, face by face: a third of the distance to each face's plane times its
 * area, both by Newell's formula: no triangles. Its ground's area, too.
 */
function bySource(
  {boundaries, semantics}: Solid,
  at: (index: number) => number[],
): {volumeM3: number; groundM2: number} {
  let [volumeM3, groundM2] = [0, 0]
  const origin = at(boundaries[0]![0]![0]![0]!)
  for (const [f, rings] of boundaries[0]!.entries()) {
    const normal = [0, 0, 0]
    for (const ring of rings)
      for (const [i, index] of ring.entries()) {
        const [a, b] = [at(index), at(ring[(i + 1) % ring.length]!)].map(corner =>
          corner.map((v, k) => v - origin[k]!),
        ) as [number[], number[]]
        normal[0]! += ((a[1]! - b[1]!) * (a[2]! + b[2]!)) / 2
        normal[1]! += ((a[2]! - b[2]!) * (a[0]! + b[0]!)) / 2
        normal[2]! += ((a[0]! - b[0]!) * (a[1]! + b[1]!)) / 2
      }
    const corner = at(rings[0]![0]!).map((v, k) => v - origin[k]!)
    volumeM3 += (corner[0]! * normal[0]! + corner[1]! * normal[1]! + corner[2]! * normal[2]!) / 3
    if (semantics?.surfaces[semantics.values[0]![f]!]?.type === 'GroundSurface')
      groundM2 += Math.abs(normal[2]!)
  }
  return {volumeM3, groundM2}
}

test.skipIf(!realData()).each([
  ['tudelft.city.json', 40, 11, 'closed'],
  ['denhaag.city.json', 40, 29, 'closed'],
  ['delft_cjio.city.json', 30, 5, 'open'],
])(
  '%s: single buildings come out with their solids’ volumes, grounds and places',
  async (name, count, every, how) => {
    const city = JSON.parse(await readFile(join(realData()!, 'city3d', name), 'utf8')) as City
    const {scale, translate} = city.transform
    const at = (index: number) =>
      city.vertices[index]!.map((value, axis) => value * scale[axis]! + translate[axis]!)
    const solids = Object.entries(city.CityObjects).filter(
      ([, one]) =>
        one.geometry?.some(({type, lod}) => type === 'Solid' && /^[12]/.test(lod)) &&
        /^Building/.test(one.type),
    )
    let [compared, alike] = [0, 0]
    for (const [key, object] of solids.filter((_, i) => i % every === 0).slice(0, count)) {
      const solid = object.geometry!.find(({type}) => type === 'Solid')!
      const indices = [...new Set(solid.boundaries.flat(3))]
      const own = new Map(indices.map((index, i) => [index, i]))
      const single = {
        ...city,
        CityObjects: {
          [key]: {
            type: object.type,
            geometry: [
              {
                ...solid,
                boundaries: solid.boundaries.map(shell =>
                  shell.map(face => face.map(ring => ring.map(index => own.get(index)!))),
                ),
              },
            ],
          },
        },
        vertices: indices.map(index => city.vertices[index]!),
      }
      const model = await readModel(
        new TextEncoder().encode(JSON.stringify(single)),
        `${key}.city.json`,
        null,
      )
      const {volumeM3, groundM2} = bySource(solid, at)
      const {mass, mesh} = model.body
      compared++
      // Blocks without a floor: what is below their roofs is the ground's area, which they lack, by their height.
      const expected = how === 'closed' ? volumeM3 : areaOf(mass.footprint) * mass.heightMetres
      if (mass.volumeOf === (how === 'closed' ? 'bodies' : 'envelope')) {
        alike++
        expect(Math.abs(mass.volumeM3 / expected - 1), `${key}: ${mass.volumeM3} m³`).toBeLessThan(0.01)
      }
      if (groundM2 > 5) expect(areaOf(mass.footprint) / groundM2, `${key}: outline`).toBeGreaterThan(0.99)
      const corners = indices.map(at)
      const middle = [0, 1].map(
        axis => (Math.min(...corners.map(c => c[axis]!)) + Math.max(...corners.map(c => c[axis]!))) / 2,
      )
      const [lon, lat] = toWgs84('EPSG:7415', 0)(middle[0]!, middle[1]!, 0)
      expect(Math.hypot(...siteFrame(lon, lat).toMetres([model.place!.lon, model.place!.lat]))).toBeLessThan(
        0.01,
      )
      expect(boxOf(mesh).least[2]).toBe(0)
    }
    expect(compared).toBeGreaterThanOrEqual(Math.min(count, 20))
    // Some solids of the source have a gap of their own.
    expect(alike / compared).toBeGreaterThan(0.9)
  },
)
