import {type HeightField, heightAt} from '../layers/height-field.ts'
import type {WallSun} from './check-rules.ts'
import {type FacadePoint, facadePoints, facadeSun} from './facades.ts'
import {type Grid, gridAround, type HeightRaster, heightRaster, withRoofs} from './height-raster.ts'
import {isMarchBlocked} from './march.ts'
import {isInside, middleOf} from './polygons.ts'
import {obstaclesOf, type Prism} from './prisms.ts'
import type {Proposal, ProposalPart} from './proposal.ts'
import {prismsOf, proposalPrisms, type SiteBuilding} from './site.ts'
import {type Metres, siteFrame} from './site-frame.ts'
import {skyViewFactor} from './sky-view.ts'
import type {StudySettings} from './study.ts'
import {shadeAt, sunHours, type Window, windowOf} from './sun-hours.ts'
import {sunAt, sunsOfDay, sunsOfYear} from './suns-of-day.ts'
import {usualStoreyMetres} from './usual-storey.ts'
import {isSeen, type Point, viewshed} from './viewshed.ts'

/** What is worked out of a proposal, as plain data that can be handed to a worker. */
export type AnalysisTask = {
  lon: number
  lat: number
  proposal: Proposal
  buildings: SiteBuilding[]
  /** Null where the city has no terrain: all stands on one level. */
  ground: HeightField | null
  settings: StudySettings
  /** The instant of the settings' minute, in milliseconds since 1970: the page knows the city's clock. */
  instant: number
  /** Places from which people look. */
  viewpoints: Viewpoint[]
}

/** A place from which people look, and how high their eyes are over its ground. */
export type Viewpoint = {
  name: string
  lon: number
  lat: number
  eyeMetres: number
  /** Set for this study: the ground that is seen from it is worked out, too. */
  isOwn: boolean
}

/** What is seen from a viewpoint. */
export type ViewFrom = Viewpoint & {
  /** Points of the proposal's walls that are seen, of how many. */
  seen: number
  of: number
  /** Whether the line to the proposal's top is clear of buildings and ground. */
  isTopSeen: boolean
  /** Set by the study within a standing building, below its roof: its walls do not hide the proposal, but all ground. */
  isIndoors: boolean
  /** Set by the study within the proposal itself, below its roof: from there is nothing to be said. */
  isEnclosed: boolean
  /**
   * Of each cell of the window: 0 hidden, 1 seen, 2 hidden by the proposal, 3 seen since a building made way; null of
   * places that the study did not set, or that lie outside what is looked at.
   */
  ground: Uint8Array | null
}

/** A standing building whose walls lose sun. */
export type LosingBuilding = {key: string; name: string; isHousing: boolean; lostHours: number; at: Metres}

/** Shade at the instant of a task. */
export type Shade = {
  /** Of each cell of the window: 0 sun or night, 1 shade, 2 shade that is new. */
  shade: Uint8Array
  newShadeM2: number
  sun: {azimuthDegrees: number; altitudeDegrees: number; isUp: boolean}
}

/** The outcome; grids are as the cells of `cells`, NaN under roofs. */
export type Analysis = Shade & {
  grid: Grid
  cells: Int32Array
  today: Float32Array
  proposed: Float32Array
  /** Of the longest stretch without a break; null for a year's mean. */
  longestToday: Float32Array | null
  longestProposed: Float32Array | null
  /** Ground from where a part of the proposal's roof edge or middle is seen: 1. */
  seesProposal: Uint8Array
  /** From sunrise to sunset, on the day or in the year's mean. */
  dayHours: number
  /** Ground that loses at least a quarter of an hour. */
  losingM2: number
  meanLostHours: number
  /** Mean sky view factor of the ground within 50 m, today and as proposed. */
  skyToday: number
  skyProposed: number
  /** Share of open ground in the window from where the proposal is seen. */
  seenShare: number
  ownFacadeHours: {least: number; mean: number; points: number; leastUnbroken: number | null}
  losing: LosingBuilding[]
  /** Points of walls around whose sun changes for the worse; null for a year's mean. */
  walls: WallSun[] | null
  views: ViewFrom[]
}

/** A change of less than this is within what ten-minute steps can tell. */
const leastLossHours = 0.25
/** Buildings farther outside the window than this throw no shadow into it. */
export const marginMetres = 250
export const [dayStepMinutes, yearStepMinutes] = [10, 30]
export const usualEyeMetres = 1.6
/** Sky is looked at every so many metres: 72 horizons each. */
const skyStepMetres = 6
const skyRadiusMetres = 50

/** Works out what a proposal does to its surroundings. `onProgress` is told the share done. */
export function analyse(task: AnalysisTask, onProgress: (share: number) => void = () => {}): Analysis {
  const {lon, lat, proposal, buildings, settings} = task
  const rasters = rastersOf(task)
  const {prisms, own, kept, after, grid, today, proposed, window} = rasters

  const isYear = settings.span === 'year'
  const suns = isYear
    ? sunsOfYear(Number(settings.day.slice(0, 4)), lat, lon, {stepMinutes: yearStepMinutes})
    : sunsOfDay(settings.day, lat, lon, {stepMinutes: dayStepMinutes})
  const hours = sunHours(today, proposed, suns, window, share => onProgress(share * 0.6))
  const cellM2 = settings.cellMetres ** 2
  let [losingM2, lost, open] = [0, 0, 0]
  for (let i = 0; i < window.cells.length; i++) {
    const loss = hours.today[i]! - hours.proposed[i]!
    if (Number.isNaN(loss)) continue
    open++
    lost += loss
    if (loss >= leastLossHours) losingM2 += cellM2
  }

  const sky = meanSky(today, proposed, onProgress)
  const roof = highestOf(own)
  const seesProposal = roof
    ? viewshed(withRoofs(grid, today.ground, kept), summitOf(roof), window, usualEyeMetres)
    : new Uint8Array(window.cells.length)
  let seen = 0
  for (let i = 0; i < seesProposal.length; i++) {
    if (proposed.roofs[window.cells[i]!]! > Number.NEGATIVE_INFINITY) seesProposal[i] = 0
    seen += seesProposal[i]!
  }
  onProgress(0.85)

  const [obstaclesToday, obstaclesAfter] = [obstaclesOf(prisms), obstaclesOf(after)]
  const walls = wallsNear(kept, settings.radiusMetres)
  const wallToday = facadeSun(walls, obstaclesToday, suns)
  const wallAfter = facadeSun(walls, obstaclesAfter, suns)
  onProgress(0.95)
  const ownWalls = own.flatMap((prism, index) => ownFacade(prism, proposal.parts[index]!))
  const ownSun = facadeSun(ownWalls, obstaclesAfter, suns)

  onProgress(1)
  return {
    grid,
    cells: window.cells,
    today: hours.today,
    proposed: hours.proposed,
    longestToday: isYear ? null : hours.longestToday,
    longestProposed: isYear ? null : hours.longestProposed,
    ...shadeIn(rasters, task),
    seesProposal,
    dayHours: suns.reduce((sum, sun) => sum + sun.hours, 0),
    losingM2,
    meanLostHours: open > 0 ? lost / open : 0,
    skyToday: sky.today,
    skyProposed: sky.proposed,
    seenShare: open > 0 ? seen / open : 0,
    ownFacadeHours: {
      least: leastOf(ownSun.hours),
      mean: ownSun.hours.reduce((sum, value) => sum + value, 0) / Math.max(1, ownSun.hours.length),
      points: ownSun.hours.length,
      leastUnbroken: isYear ? null : leastOf(ownSun.longest),
    },
    losing: losingBuildings(buildings, walls, wallToday.hours, wallAfter.hours),
    walls: isYear
      ? null
      : walls.flatMap(({at}, i) => {
          const [before, then] = [wallToday, wallAfter].map(({hours, longest}) => ({
            hours: hours[i]!,
            longest: longest[i]!,
          })) as [WallSun['today'], WallSun['proposed']]
          const isLess = then.hours < before.hours - 1e-4 || then.longest < before.longest - 1e-4
          return isLess ? [{at, today: before, proposed: then}] : []
        }),
    views: task.viewpoints.map(one => viewFrom(one, rasters, ownWalls, roof && summitOf(roof))),
  }
}

function viewFrom(
  viewpoint: Viewpoint,
  {frame, groundAt, kept, own, today, proposed, window, beside}: Rasters,
  ownWalls: FacadePoint[],
  summit: Point | undefined,
): ViewFrom {
  const at = frame.toMetres([viewpoint.lon, viewpoint.lat])
  const from = {at, height: groundAt(viewpoint.lon, viewpoint.lat) + viewpoint.eyeMetres}
  // A school is given by its middle: its own walls are not what hides a view from it.
  const around = kept.filter(({polygons}) => isInside(polygons, ...at))
  const isUnder = ({polygons, topMetres}: Prism) => from.height < topMetres && isInside(polygons, ...at)
  const isEnclosed = viewpoint.isOwn && own.some(isUnder)
  const others = obstaclesOf(kept.filter(prism => !around.includes(prism)))
  const ofThem = ownWalls.filter(point => isSeen(others, from, point) && facesTowards(point, at))
  const reach = -today.west
  const isWithin = Math.abs(at[0]) < reach && Math.abs(at[1]) < reach
  return {
    ...viewpoint,
    seen: ofThem.length,
    of: ownWalls.length,
    isTopSeen:
      summit !== undefined &&
      isSeen(others, from, summit) &&
      (!isWithin || isOverGround(beside, from, summit)),
    isIndoors: viewpoint.isOwn && around.some(isUnder),
    isEnclosed,
    ground: viewpoint.isOwn && isWithin && !isEnclosed ? groundSeen(today, proposed, from, window) : null,
  }
}

/** What of the ground is seen from a point, today and as proposed; of a roof, the roof. */
function groundSeen(today: HeightRaster, proposed: HeightRaster, from: Point, window: Window): Uint8Array {
  const [before, then] = [viewshed(today, from, window), viewshed(proposed, from, window)]
  return before.map((was, i) => (was === 1 ? (then[i] === 1 ? 1 : 2) : then[i] === 1 ? 3 : 0))
}

/** Whether the ground alone leaves a line clear. */
function isOverGround(bare: HeightRaster, from: Point, to: Point): boolean {
  const [east, north] = [to.at[0] - from.at[0], to.at[1] - from.at[1]]
  const metres = Math.hypot(east, north)
  if (metres < bare.cellMetres) return true
  const slope = (to.height - from.height) / metres
  return !isMarchBlocked(bare, ...from.at, from.height, east / metres, north / metres, slope, metres)
}

/** The shade alone, for another hour of the same day. */
export const shadeOf = (task: AnalysisTask): Shade => shadeIn(rastersOf(task), task)

function shadeIn({today, proposed, window}: Rasters, {instant, lat, lon, settings}: AnalysisTask): Shade {
  const sun = sunAt(instant, lat, lon)
  const {azimuthDegrees, altitudeDegrees} = sun
  const isUp = altitudeDegrees > 0
  const shade = isUp ? shadeAt(today, proposed, sun, window) : new Uint8Array(window.cells.length)
  return {
    shade,
    newShadeM2: shade.reduce((sum, kind) => sum + (kind === 2 ? 1 : 0), 0) * settings.cellMetres ** 2,
    sun: {azimuthDegrees, altitudeDegrees, isUp},
  }
}

type Rasters = ReturnType<typeof rastersOf>

/** The surroundings as prisms and as rasters, today and as proposed. */
function rastersOf({lon, lat, proposal, buildings, ground, settings}: AnalysisTask) {
  const frame = siteFrame(lon, lat)
  const groundAt = (x: number, y: number) => (ground ? heightAt(ground, x, y) : 0)
  const prisms = prismsOf(buildings, frame, groundAt)
  const own = proposalPrisms(proposal, frame, groundAt)
  const kept = prisms.filter(({key}) => !proposal.hides.includes(key))
  const after = [...kept, ...own]
  const grid = gridAround(settings.radiusMetres + marginMetres, settings.cellMetres)
  const today = heightRaster(grid, (east, north) => groundAt(...frame.toDegrees([east, north])), prisms)
  const proposed = withRoofs(grid, today.ground, after)
  const window = windowOf(today, settings.radiusMetres)
  const beside = withRoofs(grid, today.ground, [])
  return {frame, groundAt, prisms, own, kept, after, grid, today, proposed, beside, window}
}

const leastOf = (hours: Float32Array) =>
  hours.reduce((low, value) => Math.min(low, value), hours.length > 0 ? 24 : 0)

/** Points on all storeys of a proposal's body; of a model on the outline of each. */
function ownFacade({model, ...prism}: Prism, {storeys, heightMetres}: ProposalPart): FacadePoint[] {
  if (!model) return facadePoints(prism, {storeyMetres: heightMetres / storeys, storeys})
  return model.storeys.flatMap((one, storey) =>
    facadePoints({key: prism.key, ...one}, {storeyMetres: one.topMetres - one.baseMetres, storeys: 1}).map(
      point => ({...point, storey}),
    ),
  )
}

/** The middle of a body's roof, or a model's highest corner. */
function summitOf({model, polygons, topMetres}: Prism): Point {
  let top = 2
  for (let i = 5; model && i < model.positions.length; i += 3)
    if (model.positions[i]! > model.positions[top]!) top = i
  return model
    ? {at: [model.positions[top - 2]!, model.positions[top - 1]!], height: model.positions[top]!}
    : {at: middleOf(polygons), height: topMetres}
}

/** A wall's point is seen only from before it. */
const facesTowards = ({at, facing}: FacadePoint, from: Metres): boolean =>
  (from[0] - at[0]) * facing[0] + (from[1] - at[1]) * facing[1] > 0

/** Points on the lowest storey of walls in the window: where sun is scarcest. */
function wallsNear(prisms: Prism[], radiusMetres: number): FacadePoint[] {
  return prisms
    .filter(({polygons}) => Math.hypot(...middleOf(polygons)) <= radiusMetres)
    .flatMap(prism => facadePoints(prism, {storeyMetres: usualStoreyMetres, storeys: 1}))
}

function losingBuildings(
  buildings: SiteBuilding[],
  walls: FacadePoint[],
  today: Float32Array,
  after: Float32Array,
): LosingBuilding[] {
  const losses = new Map<string, {lost: number; at: Metres}>()
  for (const [i, {building, at}] of walls.entries()) {
    const lost = today[i]! - after[i]!
    if (lost > (losses.get(building)?.lost ?? 0)) losses.set(building, {lost, at})
  }
  return buildings
    .flatMap(({key, name, isHousing}) => {
      const worst = losses.get(key)
      return worst && worst.lost >= leastLossHours
        ? [{key, name, isHousing, lostHours: worst.lost, at: worst.at}]
        : []
    })
    .sort((a, b) => b.lostHours - a.lostHours || (a.key < b.key ? -1 : 1))
}

function meanSky(
  today: HeightRaster,
  proposed: HeightRaster,
  onProgress: (share: number) => void,
): {today: number; proposed: number} {
  let [before, after, points] = [0, 0, 0]
  for (let north = -skyRadiusMetres; north <= skyRadiusMetres; north += skyStepMetres) {
    for (let east = -skyRadiusMetres; east <= skyRadiusMetres; east += skyStepMetres) {
      const row = Math.floor((north - today.south) / today.cellMetres)
      const cell = row * today.columns + Math.floor((east - today.west) / today.cellMetres)
      const isBuilt =
        today.roofs[cell]! > Number.NEGATIVE_INFINITY || proposed.roofs[cell]! > Number.NEGATIVE_INFINITY
      if (isBuilt || Math.hypot(east, north) > skyRadiusMetres) continue
      before += skyViewFactor(today, east, north)
      after += skyViewFactor(proposed, east, north)
      points++
    }
    onProgress(0.6 + 0.2 * ((north + skyRadiusMetres) / (2 * skyRadiusMetres)))
  }
  return points > 0 ? {today: before / points, proposed: after / points} : {today: 1, proposed: 1}
}

const highestOf = (prisms: Prism[]): Prism | undefined =>
  prisms.reduce<Prism | undefined>(
    (high, one) => (high && high.topMetres >= one.topMetres ? high : one),
    undefined,
  )
