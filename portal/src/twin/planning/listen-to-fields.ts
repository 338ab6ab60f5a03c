import {proposalUses, type StudySettings, spans, usualStoreyMetres} from '@hromada/twin/planning'
import {overlayNames} from './overlays.ts'
import {bounded, type Plan} from './plan.ts'

/** What is typed and chosen in the fields of a proposal and of what is asked of it changes the plan. */
export function listenToFields(plan: Plan): void {
  const {at, input} = plan
  input('name').addEventListener('change', () =>
    plan.change(one => ({...one, name: input('name').value.trim()})),
  )
  at('use').addEventListener('change', () =>
    plan.changePart(part => ({...part, use: proposalUses.find(use => use === input('use').value)!})),
  )
  input('storeys').addEventListener('change', () => {
    const storeys = bounded(input('storeys'), Math.round)
    if (storeys !== null)
      plan.changePart(part => ({...part, storeys, heightMetres: storeys * usualStoreyMetres}))
  })
  input('height').addEventListener('change', () => {
    const heightMetres = bounded(input('height'))
    if (heightMetres !== null) plan.changePart(part => ({...part, heightMetres}))
  })
  for (const mark of ['day', 'span', 'hour', 'radius', 'cell'])
    at(mark).addEventListener('change', () => {
      const [hours = 12, minutes = 0] = input('hour').value.split(':').map(Number)
      plan.settings = {
        day: input('day').value || plan.settings.day,
        span: spans.find(span => span === input('span').value) ?? 'day',
        minute: hours * 60 + minutes,
        radiusMetres: Number(input('radius').value) as StudySettings['radiusMetres'],
        cellMetres: Number(input('cell').value) as StudySettings['cellMetres'],
      }
      plan.redraw()
    })
  at('clock').addEventListener('input', () => {
    plan.settings = {...plan.settings, minute: input('clock').valueAsNumber}
    plan.redraw()
  })
  at('overlay').addEventListener('change', () => {
    plan.overlay = overlayNames.find(name => name === input('overlay').value) ?? 'lost'
    plan.redraw()
  })
}
