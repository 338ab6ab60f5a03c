import {isInside} from '../../../../tools/space/is-inside.ts'
import {ringArea} from '../../../../tools/space/ring-area.ts'
import {ringCentroid} from '../../../../tools/space/ring-centroid.ts'
import {millimetres, type Point} from '../../../../tools/space/vector.ts'
import type {Building, BuildingKind} from '../../ground.ts'
import {roofRise} from '../roofs/roof-rise.ts'
import type {Shape} from './shape.ts'
import type {Site} from './site.ts'
import type {Draft} from './town.ts'

/** Metres from floor to floor, and of plinth, attic floor or parapet on top of them. */
const heights: Record<BuildingKind, readonly [storeyMetres: number, extraMetres: number]> = {
  tenement: [3.6, 1.1],
  house: [2.9, 0.7],
  dacha: [2.5, 0.5],
  slab5: [2.8, 1.5],
  slab9: [2.8, 2.2],
  tower: [3, 3.4],
  school: [3.6, 1],
  kindergarten: [3.3, 0.9],
  hospital: [3.4, 1.6],
  clinic: [3.4, 1.2],
  church: [8, 0.6],
  shop: [4.2, 0.6],
  market: [7, 0.8],
  office: [3.5, 1.4],
  public: [4.2, 1.4],
  factory: [6.4, 1.2],
  warehouse: [6.6, 0.6],
  silo: [26, 0],
  garage: [2.5, 0.2],
  shed: [2.3, 0.2],
  boiler: [5.6, 0.4],
  substation: [3.2, 0.3],
  station: [5.4, 1.2],
}

/** Buildings of drafts: with heights, a number each, and nobody living in them yet. */
export function finish(site: Site, drafts: readonly Draft[]): Building[] {
  return drafts.map((draft, index) => {
    const {kind, shape, storeys, roof, year, dwellings, block} = draft
    const corners = shape.outline.map(at => site.heightAt(at))
    const lowest = Math.min(...corners)
    const [storeyMetres, extraMetres] = heights[kind]
    // On a slope the lower side shows a basement.
    const slope = Math.min(3, Math.max(...corners) - lowest)
    const eaves = millimetres(storeys * storeyMetres + extraMetres + slope / 2)
    return {
      id: `PR-${String(index + 1).padStart(5, '0')}`,
      kind,
      outline: shape.outline,
      holes: shape.holes,
      parts: shape.parts,
      storeys,
      heightMetres: millimetres(eaves + roofRise(draft)),
      eavesMetres: eaves,
      groundMetres: millimetres(lowest),
      roof,
      year,
      dwellings,
      residents: [0, 0, 0, 0],
      district: block.quarter.district,
      street: -1,
      house: '',
      postcode: '',
      centre: centreOf(shape),
    }
  })
}

/** The centre of gravity, or where that lies in a yard, the middle of the largest part. */
function centreOf({outline, holes, parts}: Shape): Point {
  const centre = ringCentroid(outline)
  const isIn = isInside(centre, outline) && !holes.some(hole => isInside(centre, hole))
  const [x, y] = isIn
    ? centre
    : ringCentroid(parts.reduce((largest, part) => (ringArea(part) > ringArea(largest) ? part : largest)))
  return [millimetres(x), millimetres(y)]
}
