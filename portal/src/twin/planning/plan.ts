import type {ItemKey} from '@hromada/twin/layers'
import type {Proposal, ProposalPart, SiteFrame, StudySettings, StudyViewpoint} from '@hromada/twin/planning'
import type {Format} from '../../format.ts'
import type {Scene} from '../open-scene.ts'
import type {TwinSetup} from '../setup.ts'
import type {Site} from './load-site.ts'
import type {OverlayName} from './overlays.ts'
import type {PlanningTexts} from './planning-texts.ts'
import type {PlanningScene} from './scene-of.ts'

/** What planning needs of the page around it. */
export type PlanningPage = {
  setup: TwinSetup
  f: Format
  /** What is seen now, as the query of an address; null where there is no canvas. */
  view(): string | null
  /** The middle of the view. */
  middle(): {lon: number; lat: number}
  selected(): ItemKey | null
  /** Rows of a published table with their places. */
  places(table: string): Promise<{name: string; lon: number; lat: number}[]>
  show(scene: PlanningScene): void
  /** Opens another scene of the city in an element. Rejects where that cannot be. */
  openScene(host: HTMLElement, on: {moved(): void; fault(): void}): Promise<Scene>
  /** Brings the view to a place. */
  look(place: {lon: number; lat: number}): void
  say(text: string): void
}

/** What planning works on. Its parts read it, change it, and ask for it to be drawn again. */
export type Plan = {
  page: PlanningPage
  t: PlanningTexts
  f: Format
  variants: Proposal[]
  /** Index of the variant that is shown, and of the body of it that is changed. */
  current: number
  part: number
  settings: StudySettings
  viewpoints: StudyViewpoint[]
  /** Index of the viewpoint whose view is painted. */
  viewpoint: number
  overlay: OverlayName
  /** The surroundings, seen from the first body; null until they are loaded. */
  site: Site | null
  /** The element of planning with a mark, and the same as a field. */
  at(mark: string): HTMLElement
  input(mark: string): HTMLInputElement
  proposal(): Proposal
  body(): ProposalPart
  nameOf(variant: number): string
  frame(): SiteFrame
  change(how: (variant: Proposal) => Proposal): void
  changePart(how: (part: ProposalPart) => ProposalPart): void
  toggleHidden(building: string, isHidden: boolean): void
  redraw(): void
  drawPlan(): void
  /** Says what is wrong; without words nothing is. */
  fault(words: string): void
}

/** A number that a field has and allows; null where it has none. */
export function bounded(field: HTMLInputElement, round = (value: number) => value): number | null {
  const value = field.valueAsNumber
  if (Number.isNaN(value)) return null
  return round(Math.max(Number(field.min), Math.min(Number(field.max), value)))
}
