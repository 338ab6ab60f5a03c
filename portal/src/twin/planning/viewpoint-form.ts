import {
  eyeLimits,
  mostViewpoints,
  type StudyViewpoint,
  siteFrame,
  usualEyeMetres,
} from '@hromada/twin/planning'
import {element} from '../element.ts'
import {bounded, type Plan} from './plan.ts'
import type {PlanGestures} from './plan-gestures.ts'

/** Rows of a table farther from the proposal than this are no places to look from. */
const nearMetres = 1000
const mostFromTable = 5

/** Lets people set places to look from: by numbers, in the middle of the view, on the plan, or rows of a table. What it returns lists them. */
export function startViewpoints(plan: Plan, gestures: PlanGestures): () => void {
  const {at, input, f, page} = plan
  const t = plan.t.viewpoint
  input('eye').value = String(usualEyeMetres)

  at('eye-add').addEventListener('click', () => {
    const [lat, lon] = [bounded(input('eye-lat')), bounded(input('eye-lon'))]
    if (lat !== null && lon !== null) add([{lon, lat, name: ''}])
  })
  at('eye-here').addEventListener('click', () => add([{...page.middle(), name: ''}]))
  at('eye-set').addEventListener('click', () =>
    gestures.askPlace(place => {
      add([{...place, name: ''}])
      at('eye-set').focus()
    }),
  )
  at('eye-table-add').addEventListener('click', () => void addRows())
  at('eye-choice').addEventListener('change', () => {
    plan.viewpoint = Number(input('eye-choice').value)
    plan.redraw()
  })

  async function addRows(): Promise<void> {
    if (!plan.site) return
    const frame = siteFrame(plan.site.lon, plan.site.lat)
    try {
      const near = (await page.places(input('eye-table').value))
        .map(place => ({...place, metres: Math.hypot(...frame.toMetres([place.lon, place.lat]))}))
        .filter(({metres}) => metres <= nearMetres)
        .sort((a, b) => a.metres - b.metres)
      if (near.length === 0) return tell(t.noneNear)
      add(near.slice(0, mostFromTable))
    } catch (error) {
      plan.fault((error as Error).message)
    }
  }

  function add(places: {name: string; lon: number; lat: number}[]): void {
    const eyeMetres = bounded(input('eye')) ?? usualEyeMetres
    const [given, known] = [input('eye-name').value.trim(), plan.viewpoints]
    const made = places.map((place, index): StudyViewpoint => {
      const name = place.name || given || t.unnamed(f.number(known.length + index + 1))
      const [lon, lat] = [place.lon, place.lat].map(degrees => Math.round(degrees * 1e7) / 1e7) as [
        number,
        number,
      ]
      return {name: name.slice(0, 120), lon, lat, eyeMetres}
    })
    const isNew = (one: StudyViewpoint) =>
      known.every(({lon, lat, name}) => `${lon} ${lat} ${name}` !== `${one.lon} ${one.lat} ${one.name}`)
    const all = [...known, ...made.filter(isNew)]
    plan.viewpoints = all.slice(0, mostViewpoints)
    input('eye-name').value = ''
    plan.redraw()
    tell(
      all.length > mostViewpoints
        ? t.full(f.number(mostViewpoints))
        : made.map(({name}) => t.added(name)).join(' '),
    )
  }

  function tell(words: string): void {
    at('eye-state').textContent = words
    page.say(words)
  }

  return () => {
    plan.viewpoint = Math.max(0, Math.min(plan.viewpoint, plan.viewpoints.length - 1))
    const list = at('eyes')
    const focused = [...list.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement)
    list.replaceChildren(
      ...(plan.viewpoints.length === 0 ? [element('li', {}, t.none)] : []),
      ...plan.viewpoints.map(({name, eyeMetres}, index) => {
        const remove = element('button', {type: 'button', class: 'twin-open'}, t.remove(name))
        remove.addEventListener('click', () => {
          plan.viewpoints = plan.viewpoints.filter((_, one) => one !== index)
          plan.redraw()
        })
        return element('li', {}, `${f.number(index + 1)}. ${name}, ${t.at(f.number(eyeMetres, 1))} `, remove)
      }),
    )
    if (focused >= 0) {
      const buttons = list.querySelectorAll('button')
      ;(buttons[Math.min(focused, buttons.length - 1)] ?? at('eye-add')).focus()
    }
    const choice = at('eye-choice') as HTMLSelectElement
    choice.replaceChildren(
      ...plan.viewpoints.map(({name}, index) => element('option', {value: String(index)}, name)),
    )
    choice.value = String(plan.viewpoint)
    for (const field of ['eye-lat', 'eye-lon'] as const)
      if (input(field).value === '' && plan.site)
        input(field).value = (field === 'eye-lat' ? plan.site.lat : plan.site.lon).toFixed(6)
    input('eye').min = String(eyeLimits.least)
    input('eye').max = String(eyeLimits.most)
  }
}
