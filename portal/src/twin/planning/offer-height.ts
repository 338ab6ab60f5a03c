import {heightByFile, type Model} from '@hromada/twin/planning'
import {heightWords} from './model-words.ts'
import type {Plan} from './plan.ts'
import {placedPart} from './shape-footprint.ts'

/** Beyond what the field takes a height is no choice, but a file or a datum to look at. */
const mostRaisedMetres = 100

/**
 * Says how high a file has the model that was just opened as the plan's body, and offers to set it there, and on the
 * ground again. Empty where the file, or the ground, says nothing of it.
 */
export function offerHeight(plan: Plan, {elevation, place}: Model): string {
  const {site, at, t, f} = plan
  const {model} = plan.body()
  at('raising').hidden = true
  const [ground, geoid] = [site?.ground ?? null, site?.geoid ?? null]
  if (!elevation || !place || !model || ground === null || geoid === null) return ''
  const height = heightByFile(elevation, model, ground, geoid)
  // It may be moved, to where the ground is another.
  const above = (placed: typeof model) =>
    Math.round(heightByFile(elevation, placed, ground, geoid).aboveMetres * 100) / 100
  at('raising').hidden = above(model) === 0 || Math.abs(above(model)) > mostRaisedMetres
  let isRaised = false
  const name = () => {
    at('raise').textContent = isRaised ? t.model.height.lower : t.model.height.take
  }
  const words = () =>
    `${heightWords(height, t.model, f)} ${isRaised ? t.model.height.isRaised : t.model.height.isOnGround}`
  name()
  at('raise').onclick = () => {
    isRaised = !isRaised
    plan.change(one => ({
      ...one,
      parts: one.parts.map(part =>
        part.model?.source.sha256 === model.source.sha256
          ? placedPart(part, {...part.model.place, aboveGroundMetres: isRaised ? above(part.model) : 0})
          : part,
      ),
    }))
    name()
    at('opened').textContent = words()
  }
  return words()
}
