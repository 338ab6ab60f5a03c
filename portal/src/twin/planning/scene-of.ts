import {
  type Analysis,
  footprintsOf,
  heightAt,
  type Mesh,
  type Proposal,
  siteFrame,
} from '@hromada/twin/planning'
import type {Site} from './load-site.ts'
import {type OverlayName, overlayOf, paintOverlay} from './overlays.ts'
import type {PlanningTexts} from './planning-texts.ts'

/** What a scene shows of planning; null takes all of it away. */
export type PlanningScene = {
  parts: {
    rings: [number, number][][]
    baseMetres: number
    heightMetres: number
    model?: Mesh & {lon: number; lat: number; turnDegrees: number; aboveGroundMetres: number}
  }[]
  hides: string[]
  /** A picture to lie on the ground, and where. */
  overlay: {address: string; west: number; south: number; east: number; north: number} | null
} | null

/** A proposal for the scene: its bodies on the lowest ground under each, and the overlay where it is worked out. */
export function sceneOf(
  {parts, hides}: Proposal,
  analysis: Analysis | null,
  {
    site,
    overlay,
    viewpoint,
    t,
    host,
  }: {site: Site; overlay: OverlayName; viewpoint: number; t: PlanningTexts; host: HTMLElement},
): PlanningScene {
  const {ground} = site
  const groundAt = (lon: number, lat: number) => (ground ? heightAt(ground, lon, lat) : Number.NaN)
  const colours = analysis && overlayOf(overlay, analysis, t, String, viewpoint)
  return {
    parts: parts.flatMap(part => {
      const {heightMetres, model} = part
      const outlines = footprintsOf(part)
      const baseMetres = Math.min(...outlines.flat(2).map(([lon, lat]) => groundAt(lon, lat)))
      if (!model?.body) return outlines.map(rings => ({rings, heightMetres, baseMetres}))
      return [{rings: part.rings, heightMetres, baseMetres, model: {...model.body.mesh, ...model.place}}]
    }),
    hides,
    overlay: analysis && colours && pictureOnGround(analysis, paintOverlay(analysis, colours, host), site),
  }
}

function pictureOnGround({grid}: Analysis, address: string, site: Site) {
  const frame = siteFrame(site.lon, site.lat)
  const {west, south, cellMetres, columns, rows} = grid
  const [left, bottom] = frame.toDegrees([west, south])
  const [right, top] = frame.toDegrees([west + columns * cellMetres, south + rows * cellMetres])
  return {address, west: left, south: bottom, east: right, north: top}
}
