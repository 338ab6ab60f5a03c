import {Draw} from '../../../../tools/numbers/draw.ts'
import {ringArea} from '../../../../tools/space/ring-area.ts'
import type {Point} from '../../../../tools/space/vector.ts'
import type {Area, AreaKind, BuildingKind, Roof} from '../../ground.ts'
import type {Layout, Zone} from '../../layout/layout.ts'
import type {Block} from './blocks.ts'
import type {Shape} from './shape.ts'
import {type Clearance, Site} from './site.ts'

/** Ground of one owner or one institution, counter-clockwise. */
export type Parcel = {outline: Point[]; zone: Zone; district: number}

/** What a building is to the city, where its kind does not say it. */
export type Role =
  | 'city-hall'
  | 'theatre'
  | 'library'
  | 'university'
  | 'cathedral'
  | 'market-hall'
  | 'railway-station'
  | 'bus-station'
  | 'passenger-terminal'
  | 'stadium'
  | 'fire-station'
  | 'sanatorium'
  | 'culture-house'
  | 'power-substation'
  | 'pumping-station'

/** A building before it has height above the datum, residents and a number. */
export type Draft = {
  kind: BuildingKind
  role: Role | null
  shape: Shape
  storeys: number
  roof: Roof
  year: number
  dwellings: number
  block: Ground
}

/** What a thing stands on: of a block no more than its quarter is asked for. */
export type Ground = Pick<Block, 'quarter'>

export type Plan = {
  storeys: number
  year: number
  roof?: Roof
  dwellings?: number
  role?: Role
  clearance?: Clearance
}

/** Neighbours' walls do not share a line. */
const wallGap = 0.04

/** Nothing smaller is a part of a building. */
const leastSquareMetres = 5

/** Everything built so far, and the ground that is left. */
export class Town {
  readonly site: Site
  readonly layout: Layout
  readonly drafts: Draft[] = []
  readonly yards: Area[] = []
  readonly parcels: Parcel[] = []

  constructor(layout: Layout) {
    this.layout = layout
    this.site = new Site(layout)
  }

  draw(topic: string, block: Block): Draw {
    return new Draw(this.layout.seed, topic, block.key)
  }

  /** Builds where all of it is free; otherwise leaves the ground as it was. */
  build(kind: BuildingKind, shape: Shape, block: Ground, plan: Plan): boolean {
    if (shape.parts.some(part => ringArea(part) < leastSquareMetres)) return false
    if (!this.site.isFree(shape.parts, {gap: wallGap, ...plan.clearance})) return false
    if (plan.dwellings && !this.site.isNearRoad(shape.outline)) return false
    for (const part of shape.parts) this.site.take(part)
    const {storeys, year, roof = 'flat', dwellings = 0, role = null} = plan
    this.drafts.push({kind, role, shape, storeys, roof, year, dwellings, block})
    return true
  }

  /** Ground with a use of its own; nothing is built on it later. */
  yard(kind: AreaKind, ring: Point[]): void {
    this.site.take(ring)
    this.note(kind, [ring])
  }

  /** Ground with a use, on which one may build. */
  note(kind: AreaKind, rings: Point[][]): void {
    this.yards.push({kind, name: null, rings})
  }

  parcel(outline: Point[], {quarter: {zone, district}}: Ground): void {
    this.site.parcel(outline)
    this.parcels.push({outline, zone, district})
  }
}
