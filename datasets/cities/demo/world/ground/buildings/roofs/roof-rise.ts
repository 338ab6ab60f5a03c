import type {BuildingKind} from '../../ground.ts'
import type {Draft} from '../site/town.ts'

/** Metres of rise a metre of run, by kind of building. */
const pitches: Partial<Record<BuildingKind, number>> = {
  tenement: 0.5,
  house: 0.7,
  dacha: 0.9,
  church: 2.6,
  shed: 0.4,
  warehouse: 0.22,
  factory: 0.25,
  market: 0.35,
  silo: 0.3,
  public: 0.45,
  station: 0.5,
  garage: 0.3,
}

/** How far a roof's ridge is above its eaves: the pitch over half the width of the widest wing. */
export function roofRise({kind, roof, shape}: Draft): number {
  if (roof === 'flat') return 0
  const half = Math.max(...shape.parts.map(narrowest)) / 2
  return half * (pitches[kind] ?? 0.5)
}

/** The narrowest way across a convex part, as between its longest side and the corner farthest from it. */
function narrowest(part: readonly (readonly [number, number])[]): number {
  let least = Infinity
  for (let index = 0; index < part.length; index++) {
    const [ax, ay] = part[index]!
    const [bx, by] = part[(index + 1) % part.length]!
    const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
    let most = 0
    for (const [x, y] of part) most = Math.max(most, ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length)
    least = Math.min(least, most)
  }
  return least
}
