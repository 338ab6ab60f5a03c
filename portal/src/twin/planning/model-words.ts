import {boxOf, type HeightByFile, type Model, type ProposalPart} from '@hromada/twin/planning'
import type {Format} from '../../format.ts'
import type {ModelTexts} from './model-texts.ts'

/** What a body's model is, or that it is missed; empty for a drawn body. */
export function modelWords({model}: ProposalPart, t: ModelTexts, f: Format): string {
  if (!model) return ''
  const {source, body, place} = model
  if (!body) return t.missing(source.file, source.sha256.slice(0, 12))
  const {least, most} = boxOf(body.mesh)
  const size = most.map((value, axis) => f.number(value - least[axis]!, 1)).join(' × ')
  const count = f.number(body.mesh.triangles.length / 3)
  const {storeysOf, volumeOf} = body.mass
  return [
    t.size(source.file, source.format, source.unit, size, count),
    t.storeysOf[storeysOf],
    t.volumeOf[volumeOf],
    t.stands(
      f.number(Math.abs(place.aboveGroundMetres), 1),
      place.aboveGroundMetres === 0 ? null : place.aboveGroundMetres > 0,
    ),
  ].join(' ')
}

/** What the file says of the model's height, and what the ground is there. */
export function heightWords(height: HeightByFile, t: ModelTexts, f: Format): string {
  const {fileMetres, groundMetres, aboveMetres, datum, by} = height
  const metres = (value: number) => f.number(value, 1)
  return t.height.said(
    metres(fileMetres),
    datum ?? (by === 'site' ? t.height.overSea : t.height.noDatum),
    metres(groundMetres),
    Math.abs(aboveMetres) < 0.05 ? null : metres(Math.abs(aboveMetres)),
    aboveMetres > 0,
  )
}

/** How a file that was just opened came to its place, and what else should be known of it. */
export function openedWords({place, notes}: Model, t: ModelTexts): string {
  return [
    place ? t.placed[place.by](place.crs ?? '') : t.byHand,
    ...notes.map(({code, word}) => `${t.notes[code]} ${word}`.trim()),
  ].join(' ')
}
