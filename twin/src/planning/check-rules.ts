import {footprintIn, standing} from './models/placed-model.ts'
import {areaOf, type Gap, gapBetween, isInside, type Polygons} from './polygons.ts'
import type {Proposal, ProposalPart} from './proposal.ts'
import {quantitiesOf} from './quantities.ts'
import {type SiteBuilding, type StockBuilding, storeysOf} from './site.ts'
import type {Metres, SiteFrame} from './site-frame.ts'
import {type RuleKind, ruleKinds, type Zone, type ZoneRule} from './zone-rules.ts'

/** A rule held against a proposal: what was found, whether that is enough, and where it is not. */
export type RuleFinding = ZoneRule & {
  /** In the rule's unit; null where it cannot be said, as nothing was worked out yet or nothing stands near. */
  value: number | null
  isMet: boolean | null
  /** What breaks the rule, in metres of the frame: areas, lines from one thing to another, points. */
  where: {areas: Polygons; lines: [Metres, Metres][]; points: Metres[]}
}

/** Points of walls near a proposal whose sun it changes: hours of the day and of its longest stretch, today and then. */
export type WallSun = {at: Metres; today: SunOnWall; proposed: SunOnWall}
type SunOnWall = {hours: number; longest: number}

/**
 * Holds a proposal against the limits of its zone. Coverage and floor-area ratio are those of the whole zone: the
 * proposal's and those of the buildings whose middle lies in it and that are not hidden. Set-back is the shortest way
 * from a footprint to the zone's border, 0 where it reaches over it; the sky exposure plane rises from the border's
 * ground at an angle that no roof may pass; distance is the shortest way to another building. The
 * insolation norm is broken where a wall that has its hours today would have fewer; it is left open until `walls`, the
 * outcome of an analysis, is given. A norm of unbroken sun is met by the longest stretch, or, where the zone has
 * `broken_sun_total_hours`, by that many hours in all with one stretch of at least `broken_sun_stretch_hours`.
 *
 * @param buildings those near the proposal, with their outlines
 * @param stock those of the whole zone
 */
export function checkRules(
  proposal: Proposal,
  zone: Zone,
  rules: ZoneRule[],
  buildings: SiteBuilding[],
  frame: SiteFrame,
  {stock = buildings, walls = null}: {stock?: StockBuilding[]; walls?: WallSun[] | null} = {},
): RuleFinding[] {
  const footprints = proposal.parts.map(part => footprintIn(part, frame))
  const border: Polygons = zone.polygons.map(rings => rings.map(ring => ring.map(frame.toMetres)))
  const standing = buildings.filter(({key}) => !proposal.hides.includes(key))
  const inZone = stock.filter(
    ({key, lon, lat}) => !proposal.hides.includes(key) && isInside(border, ...frame.toMetres([lon, lat])),
  )
  const {footprintM2, floorAreaM2} = quantitiesOf(proposal, frame)
  const zoneM2 = areaOf(border)
  const builtM2 = inZone.reduce((sum, {areaM2}) => sum + areaM2, footprintM2)
  const floorsM2 = inZone.reduce((sum, one) => sum + one.areaM2 * storeysOf(one), floorAreaM2)
  const parts = (isWrong: (index: number) => boolean): Found => ({
    areas: footprints.filter((_, index) => isWrong(index)).flat(),
  })
  const gaps = (found: Gap[], limit: number): Found => ({
    lines: found.filter(({metres}) => metres < limit).map(({from, to}): [Metres, Metres] => [from, to]),
  })
  const least = (found: Gap[]) => (found.length > 0 ? Math.min(...found.map(({metres}) => metres)) : null)

  const norm = (kind: RuleKind) => rules.find(rule => rule.kind === kind)?.limit ?? null

  type Answer = {value: number | null; found: Found; isMet?: boolean | null}
  const find: Partial<Record<RuleKind, (limit: number) => Answer>> = {
    max_height_m: limit => ({
      value: Math.max(...proposal.parts.map(({heightMetres}) => heightMetres)),
      found: parts(index => proposal.parts[index]!.heightMetres > limit),
    }),
    max_storeys: limit => ({
      value: Math.max(...proposal.parts.map(({storeys}) => storeys)),
      found: parts(index => proposal.parts[index]!.storeys > limit),
    }),
    max_coverage_pct: () => ({value: (builtM2 / zoneM2) * 100, found: {areas: border}}),
    max_floor_area_ratio: () => ({value: floorsM2 / zoneM2, found: {areas: border}}),
    min_setback_m: limit => {
      const found = footprints.map(footprint => setBack(footprint, border))
      return {value: least(found), found: gaps(found, limit)}
    },
    max_sky_plane_deg: limit => {
      const angles = proposal.parts.map(part =>
        Math.max(
          ...steps(part, frame).map(
            ({polygons, topMetres}) =>
              (Math.atan2(topMetres, setBack(polygons, border).metres) * 180) / Math.PI,
          ),
        ),
      )
      return {value: Math.max(...angles), found: parts(index => angles[index]! > limit)}
    },
    min_distance_m: limit => {
      const near = standing.filter(one => mayBeNearer(one, footprints, frame, Math.max(limit, 60)))
      const found = near.flatMap(({polygons}) => {
        const other: Polygons = polygons.map(rings => rings.map(ring => ring.map(frame.toMetres)))
        return footprints.map(footprint => apart(footprint, other))
      })
      return {value: least(found), found: gaps(found, limit)}
    },
    min_sun_hours: limit =>
      sunOf(
        walls,
        ({hours}) => hours,
        ({hours}) => hours >= limit - 1e-4,
      ),
    min_unbroken_sun_hours: limit => {
      const [total, stretch] = [norm('broken_sun_total_hours'), norm('broken_sun_stretch_hours')]
      return sunOf(
        walls,
        ({longest}) => longest,
        ({hours, longest}) =>
          longest >= limit - 1e-4 ||
          (total !== null && hours >= total - 1e-4 && longest >= (stretch ?? 0) - 1e-4),
      )
    },
  }
  const order = Object.keys(ruleKinds)
  const sorted = [...rules].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return sorted.flatMap(rule => {
    const asked = find[rule.kind]?.(rule.limit)
    if (!asked) return []
    const {value} = asked
    // A proposal alone in the field breaks no rule.
    const isMet =
      asked.isMet !== undefined
        ? asked.isMet
        : value === null ||
          (ruleKinds[rule.kind].is === 'most' ? value <= rule.limit + 1e-9 : value >= rule.limit - 1e-9)
    return [
      {
        ...rule,
        value,
        isMet,
        where: {areas: [], lines: [], points: [], ...(isMet === false ? asked.found : {})},
      },
    ]
  })
}

type Found = Partial<RuleFinding['where']>

/**
 * A norm of sun held against walls that meet it today: the least that is left to one of them, and where it is too
 * little. Open before an analysis; one that found no such wall breaks nothing.
 */
function sunOf(
  walls: WallSun[] | null,
  hoursOf: (sun: SunOnWall) => number,
  isEnough: (sun: SunOnWall) => boolean,
): {value: number | null; found: Found; isMet: boolean | null} {
  if (!walls) return {value: null, found: {}, isMet: null}
  const lit = walls.filter(({today}) => isEnough(today))
  const short = lit.filter(({proposed}) => !isEnough(proposed))
  return {
    value: lit.length > 0 ? lit.reduce((low, {proposed}) => Math.min(low, hoursOf(proposed)), 24) : null,
    found: {points: short.map(({at}) => at)},
    isMet: short.length === 0,
  }
}

/** What of a body is how high over its ground: all of a drawn one, of a model storey by storey. */
function steps(part: ProposalPart, frame: SiteFrame): {polygons: Polygons; topMetres: number}[] {
  const {model, heightMetres} = part
  const whole = {polygons: footprintIn(part, frame), topMetres: heightMetres}
  if (!model?.body) return [whole]
  const {storeys} = standing({...model, body: model.body}, frame, 0)
  return storeys.length > 0 ? storeys : [whole]
}

/** The way to the border from within; from outside, or over it, there is none left. */
function setBack(footprint: Polygons, border: Polygons): Gap {
  const gap = gapBetween(footprint, border)
  const outside = footprint.flat(2).find(([east, north]) => !isInside(border, east, north))
  return outside ? {metres: 0, from: outside, to: gap.to} : gap
}

/** The way between two buildings; none where one stands in the other. */
function apart(a: Polygons, b: Polygons): Gap {
  const corner = (of: Polygons) => of[0]![0]![0]!
  if (isInside(b, ...corner(a))) return {metres: 0, from: corner(a), to: corner(a)}
  if (isInside(a, ...corner(b))) return {metres: 0, from: corner(b), to: corner(b)}
  return gapBetween(a, b)
}

/** A quick look before every wall is compared with every wall. */
function mayBeNearer(
  {polygons}: SiteBuilding,
  footprints: Polygons[],
  frame: SiteFrame,
  metres: number,
): boolean {
  const [a, b] = [boxOf(polygons.flat(2).map(frame.toMetres)), boxOf(footprints.flat(3))]
  return a[0] - metres < b[2] && b[0] - metres < a[2] && a[1] - metres < b[3] && b[1] - metres < a[3]
}

function boxOf(corners: Metres[]): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    -Number.POSITIVE_INFINITY,
    -Number.POSITIVE_INFINITY,
  ]
  for (const [x, y] of corners) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}
