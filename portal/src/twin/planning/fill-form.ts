import {mostVariants, type ProposalPart, siteFrame} from '@hromada/twin/planning'
import {element} from '../element.ts'
import {fillButtonRow} from './button-row.ts'
import {modelWords} from './model-words.ts'
import type {Plan} from './plan.ts'
import {movedPart, rectangleOf} from './shape-footprint.ts'
import {clockOf} from './sun-words.ts'

/** Writes variants, the body, the place and the settings into the form; `settle` brings the surroundings after a change. */
export function fillForm(plan: Plan, settle: () => Promise<void>): void {
  const {at, input, t, f, settings} = plan
  const body = plan.body()
  const {lon, lat, widthMetres, depthMetres, turnDegrees} = shapeOf(body)
  const values: Record<string, string> = {
    name: plan.proposal().name,
    use: body.use,
    storeys: String(body.storeys),
    height: String(Math.round(body.heightMetres * 100) / 100),
    lat: lat.toFixed(6),
    lon: lon.toFixed(6),
    width: String(Math.round(widthMetres * 10) / 10),
    depth: String(Math.round(depthMetres * 10) / 10),
    turn: String((Math.round(turnDegrees * 10) / 10) % 360),
    above: String(body.model?.place.aboveGroundMetres ?? 0),
    day: settings.day,
    span: settings.span,
    hour: clockOf(settings.minute),
    clock: String(settings.minute),
    radius: String(settings.radiusMetres),
    cell: String(settings.cellMetres),
    overlay: plan.overlay,
  }
  for (const [mark, value] of Object.entries(values)) input(mark).value = value
  // A model has the height and the storeys that it has.
  for (const mark of ['storeys', 'height']) input(mark).disabled = body.model !== undefined
  for (const mark of ['width', 'depth']) input(mark).closest('label')!.hidden = body.model !== undefined
  input('above').closest('label')!.hidden = body.model === undefined
  at('apply').textContent = body.model ? t.applyModel : t.apply
  at('model').textContent = body.model?.body
    ? `${modelWords(body, t.model, f)} ${t.model.raise}`
    : modelWords(body, t.model, f)
  at('model').hidden = body.model === undefined

  fillButtonRow(
    at('variants'),
    plan.variants.map((_, index) => plan.nameOf(index)),
    plan.current,
    index => {
      ;[plan.current, plan.part] = [index, 0]
      plan.redraw()
    },
    plan.variants.length < mostVariants && {
      label: t.addVariant,
      act: () => {
        const {parts, hides} = plan.proposal()
        plan.variants = [...plan.variants, {name: '', parts: [...parts], hides: [...hides]}]
        plan.current = plan.variants.length - 1
        plan.redraw()
      },
    },
    plan.variants.length > 1 && {
      label: t.removeVariant,
      act: () => {
        plan.variants = plan.variants.filter((_, index) => index !== plan.current)
        ;[plan.current, plan.part] = [Math.max(0, plan.current - 1), 0]
        void settle().then(plan.redraw)
      },
    },
  )
  const {parts} = plan.proposal()
  fillButtonRow(
    at('parts'),
    parts.map(({name}, index) => name || t.body(f.number(index + 1))),
    plan.part,
    index => {
      plan.part = index
      plan.redraw()
    },
    {
      label: t.addBody,
      act: () => {
        const next = {...movedPart(body, siteFrame(lon, lat), widthMetres + 12, 0), name: ''}
        plan.part = parts.length
        plan.change(one => ({...one, parts: [...one.parts, next]}))
      },
    },
    parts.length > 1 && {
      label: t.removeBody,
      act: () => plan.change(one => ({...one, parts: one.parts.filter((_, index) => index !== plan.part)})),
    },
  )

  const names = new Map(plan.site?.buildings.map(building => [building.key, building.name]))
  const {hides} = plan.proposal()
  at('hides').replaceChildren(
    ...(hides.length === 0 ? [element('li', {}, t.hiddenNone)] : []),
    ...hides.map(hidden => {
      const back = element(
        'button',
        {type: 'button', class: 'twin-open'},
        t.bringBack(names.get(hidden) ?? hidden),
      )
      back.addEventListener('click', () => plan.toggleHidden(hidden, false))
      return element('li', {}, back)
    }),
  )
}

/** A body's place, sides and turn: of a rectangle its own, of a model those of the box around its plan. */
function shapeOf(body: ProposalPart): ReturnType<typeof rectangleOf> {
  const {model, rings} = body
  const rectangle = rectangleOf(rings, siteFrame(...rings[0]![0]!))
  if (!model) return rectangle
  const {lon, lat, turnDegrees} = model.place
  return {...rectangle, lon, lat, turnDegrees}
}
