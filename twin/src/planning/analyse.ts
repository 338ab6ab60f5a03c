import {type HeightField, heightAt} from '../layers/height-field.ts'
import {type FacadePoint, facadeHours, facadePoints} from './facades.ts'
import {type Grid, gridAround, heightRaster, withRoofs} from './height-raster.ts'
import {isInside, middleOf} from './polygons.ts'
import {obstaclesOf, type Prism} from './prisms.ts'
import type {Proposal} from './proposal.ts'
import {prismsOf, proposalPrisms, type SiteBuilding} from './site.ts'
import {type Metres, siteFrame} from './site-frame.ts'
import {skyViewFactor} from './sky-view.ts'
import type {StudySettings} from './study.ts'
import {shadeAt, sunHours, windowOf} from './sun-hours.ts'
import {sunAt, sunsOfDay, sunsOfYear} from './suns-of-day.ts'
import {usualStoreyMetres} from './usual-storey.ts'
import {isSeen, viewshed} from './viewshed.ts'

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
  /** The norm's hours, to find walls that would lose them; null where there is none. */
  sunNorm: number | null
  /** Places from which people look. */
  viewpoints: {name: string; lon: number; lat: number}[]
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
  ownFacadeHours: {least: number; mean: number; points: number}
  losing: LosingBuilding[]
  /** Walls that have the norm's hours today, and what is left to those whose hours change; null for a year's mean. */
  sunLeft: {at: Metres; hours: number}[] | null
  views: {name: string; seen: number; of: number}[]
}

/** A change of less than this is within what ten-minute steps can tell. */
const leastLossHours = 0.25
/** Buildings farther outside the window than this throw no shadow into it. */
export const marginMetres = 250
export const [dayStepMinutes, yearStepMinutes] = [10, 30]
const eyeMetres = 1.6
/** Sky is looked at every so many metres: 72 horizons each. */
const skyStepMetres = 6
const skyRadiusMetres = 50

/** Works out what a proposal does to its surroundings. `onProgress` is told the share done. */
export function analyse(task: AnalysisTask, onProgress: (share: number) => void = () => {}): Analysis {
  const {lon, lat, proposal, buildings, settings} = task
  const rasters = rastersOf(task)
  const {frame, groundAt, prisms, own, kept, after, grid, today, proposed, window} = rasters

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
    ? viewshed(
        withRoofs(grid, today.ground, kept),
        {at: middleOf(roof.polygons), height: roof.topMetres},
        window,
        eyeMetres,
      )
    : new Uint8Array(window.cells.length)
  let seen = 0
  for (let i = 0; i < seesProposal.length; i++) {
    if (proposed.roofs[window.cells[i]!]! > Number.NEGATIVE_INFINITY) seesProposal[i] = 0
    seen += seesProposal[i]!
  }
  onProgress(0.85)

  const [obstaclesToday, obstaclesAfter] = [obstaclesOf(prisms), obstaclesOf(after)]
  const walls = wallsNear(kept, settings.radiusMetres)
  const wallToday = facadeHours(walls, obstaclesToday, suns)
  const wallAfter = facadeHours(walls, obstaclesAfter, suns)
  onProgress(0.95)
  const ownWalls = own.flatMap((prism, index) => {
    const {storeys, heightMetres} = proposal.parts[index]!
    return facadePoints(prism, {storeyMetres: heightMetres / storeys, storeys})
  })
  const ownHours = facadeHours(ownWalls, obstaclesAfter, suns)

  onProgress(1)
  return {
    grid,
    cells: window.cells,
    ...hours,
    ...shadeIn(rasters, task),
    seesProposal,
    dayHours: suns.reduce((sum, sun) => sum + sun.hours, 0),
    losingM2,
    meanLostHours: open > 0 ? lost / open : 0,
    skyToday: sky.today,
    skyProposed: sky.proposed,
    seenShare: open > 0 ? seen / open : 0,
    ownFacadeHours: {
      least: ownHours.reduce((low, value) => Math.min(low, value), ownHours.length > 0 ? 24 : 0),
      mean: ownHours.reduce((sum, value) => sum + value, 0) / Math.max(1, ownHours.length),
      points: ownHours.length,
    },
    losing: losingBuildings(buildings, walls, wallToday, wallAfter),
    sunLeft: isYear
      ? null
      : walls.flatMap(({at}, i) =>
          task.sunNorm !== null && wallToday[i]! >= task.sunNorm && wallAfter[i]! < wallToday[i]! - 1e-4
            ? [{at, hours: wallAfter[i]!}]
            : [],
        ),
    views: task.viewpoints.map(({name, ...place}) => {
      const at = frame.toMetres([place.lon, place.lat])
      const from = {at, height: groundAt(place.lon, place.lat) + eyeMetres}
      // A school is given by its middle: its own walls are not what hides a view from it.
      const others = obstaclesOf(kept.filter(({polygons}) => !isInside(polygons, ...at)))
      const ofThem = ownWalls.filter(point => isSeen(others, from, point) && facesTowards(point, at))
      return {name, seen: ofThem.length, of: ownWalls.length}
    }),
  }
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
  return {frame, groundAt, prisms, own, kept, after, grid, today, proposed, window}
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
  today: ReturnType<typeof heightRaster>,
  proposed: ReturnType<typeof heightRaster>,
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
