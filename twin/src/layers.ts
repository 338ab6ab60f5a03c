// What to show, as plain data: for browser and Node alike, without the 3D engine.
export type {BreakMethod} from './layers/class-breaks.ts'
export {columnsOf} from './layers/columns-of.ts'
export {type Filter, meets, wordsOf} from './layers/filters.ts'
export {boxPlanes, type FlatView, flatBox, flatOver, moveFlat, zoomFlat} from './layers/flat-view.ts'
export {placeBeside} from './layers/ground-metres.ts'
export {inView, type Seen, type View} from './layers/in-view.ts'
export {columnValues, type Items, items, outlinesAt, type Places} from './layers/items.ts'
export {type KeyAction, keyAction} from './layers/key-action.ts'
export {placeLabels, type Room, textWidth} from './layers/labels.ts'
export type {Item, ItemKey, Layer, LayerPlace} from './layers/layer.ts'
export {type LineLabel, placeLineLabels} from './layers/line-labels.ts'
export {type Aim, lineNear, type PixelOf} from './layers/line-near.ts'
export {type MeasurePoint, measureArea, measureLine} from './layers/measure.ts'
export {type AskedOrbit, type Move, moveOrbit, type Orbit} from './layers/orbit.ts'
export {type Box, boxAround, orbitOver} from './layers/orbit-over.ts'
export {orbitOverCity} from './layers/orbit-over-city.ts'
export {orbitTo} from './layers/orbit-to.ts'
export {outlineAt} from './layers/outline-at.ts'
export {type CellCorners, type Outline, outlines} from './layers/outlines.ts'
export {type Plan, planOf} from './layers/plan.ts'
export {readTable} from './layers/read-table.ts'
export {keyColumns, keyParts} from './layers/row-key.ts'
export {scaleBar} from './layers/scale-bar.ts'
export {
  mostSlides,
  mostStoryBytes,
  readStory,
  type Slide,
  type Story,
  StoryFault,
  type StoryFaultCode,
  storyFromHash,
  storyToHash,
  writeStory,
} from './layers/story.ts'
export {type Block, type Run, storyBlocks} from './layers/story-blocks.ts'
export {
  isPresent,
  type LegendClass,
  mostClasses,
  type StyleChoice,
  type Styling,
  styleBy,
} from './layers/styling.ts'
export {type TimeSteps, type TimeUnit, timeSteps} from './layers/time-steps.ts'
export {
  emptyState,
  readState,
  type SectionChoice,
  type StateFault,
  sectionLimits,
  type TimeChoice,
  type ViewState,
  writeState,
} from './layers/view-state.ts'
export type {Stand} from './layers/walk.ts'
export type {MapDescription} from './map/map-description.ts'
export {type SeenTile, tilesSeen} from './map/tiles-seen.ts'
export type {Lineage, TwinSource} from './source.ts'
