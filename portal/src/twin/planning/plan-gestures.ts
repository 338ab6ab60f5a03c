import {footprintIn, isInside, type Metres, type Proposal, readProposal} from '@hromada/twin/planning'
import {metresUnder} from './draw-site.ts'
import {faultWords} from './fault-words.ts'
import type {Plan} from './plan.ts'
import {movedPart, placeOf} from './shape-footprint.ts'

/** What is being set on the plan: corners of an outline so far, or one place to look from; and where the cross-hair is. */
export type Draft = {corners: Metres[]; cross: Metres; isViewpoint: boolean}

/** What hands do on the plan, with a pointer or with keys. */
export type PlanGestures = {
  draft(): Draft | null
  isDragging(): boolean
  /** The variant as it is shown: with what is being dragged where it is now. */
  shown(): Proposal
  startDrawing(): void
  finishDrawing(): void
  /** Asks for a place on the plan. */
  askPlace(found: (place: {lon: number; lat: number}) => void): void
}

const arrows: Record<string, [east: number, north: number]> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

export function listenOnPlan(plan: Plan): PlanGestures {
  const {at, t, f, page} = plan
  const host = at('host')
  let draft: Draft | null = null
  let onPlace: ((place: {lon: number; lat: number}) => void) | null = null
  // A body that is being moved with the pointer: where it was taken, and how far it has come.
  let dragged: {from: Metres; by: Metres} | null = null

  host.addEventListener('pointerdown', press)
  host.addEventListener('pointermove', event => {
    const drawing = host.querySelector('svg')
    if (!drawing || !(draft || dragged)) return
    const under = metresUnder(drawing, event.clientX, event.clientY)
    if (draft) draft.cross = under
    else if (dragged) dragged.by = [under[0] - dragged.from[0], under[1] - dragged.from[1]]
    plan.drawPlan()
  })
  host.addEventListener('pointerup', () => {
    const by = dragged?.by
    dragged = null
    if (by && Math.hypot(...by) > 0) plan.changePart(part => movedPart(part, plan.frame(), ...by))
  })
  host.addEventListener('pointercancel', () => {
    dragged = null
    plan.drawPlan()
  })
  host.addEventListener('keydown', key)

  function begin(isViewpoint: boolean): void {
    if (!plan.site) return
    draft = {corners: [], cross: plan.frame().toMetres(placeOf(plan.body())), isViewpoint}
    host.focus()
    plan.drawPlan()
  }

  function finishDrawing(): void {
    const corners = draft?.corners ?? []
    draft = null
    if (corners.length >= 3) {
      const ring = corners.map(corner => plan.frame().toDegrees(corner))
      const drawn = {
        type: 'Feature',
        properties: {storeys: 1},
        geometry: {type: 'Polygon', coordinates: [ring]},
      }
      try {
        // What is drawn by hand is held to what is read from a file; it takes the place of a model.
        const {rings} = readProposal(JSON.stringify(drawn)).parts[0]!
        plan.changePart(({model: _, ...part}) => ({...part, rings}))
        plan.fault('')
      } catch (error) {
        plan.fault(faultWords(error, t))
      }
    }
    plan.drawPlan()
  }

  function press(event: PointerEvent): void {
    const drawing = host.querySelector('svg')
    if (!drawing || !plan.site) return
    const under = metresUnder(drawing, event.clientX, event.clientY)
    if (draft) {
      draft.cross = under
      set()
      return
    }
    const taken = plan.proposal().parts.findIndex(part => isInside(footprintIn(part, plan.frame()), ...under))
    const pressed = (event.target as Element).getAttribute('data-key')
    if (taken >= 0) {
      plan.part = taken
      dragged = {from: under, by: [0, 0]}
      host.setPointerCapture(event.pointerId)
    } else if (pressed) plan.toggleHidden(pressed, !plan.proposal().hides.includes(pressed))
  }

  /** What is asked for, where the cross-hair is: the place, or a corner; on the first corner again the outline ends. */
  function set(): void {
    if (!draft) return
    const {cross, corners} = draft
    if (draft.isViewpoint) {
      const [lon, lat] = plan.frame().toDegrees(cross)
      draft = null
      onPlace?.({lon, lat})
      plan.drawPlan()
      return
    }
    const first = corners[0]
    const isClosing =
      corners.length >= 3 &&
      first !== undefined &&
      Math.hypot(first[0] - cross[0], first[1] - cross[1]) < plan.settings.radiusMetres / 60
    if (isClosing) finishDrawing()
    else {
      corners.push(cross)
      plan.drawPlan()
      page.say(t.drawing(f.number(corners.length)))
    }
  }

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || !plan.site) return
    const step = arrows[event.key]
    if (draft && event.key === 'Enter') set()
    else if (draft && event.key === 'Backspace') draft.corners.pop()
    else if (draft && event.key === 'Escape') draft = null
    else if (draft && step) {
      const metres = event.shiftKey ? 10 : 1
      draft.cross = [draft.cross[0] + step[0] * metres, draft.cross[1] + step[1] * metres]
    } else if (step) {
      const turn = event.shiftKey ? 5 * (step[0] || -step[1]) : 0
      plan.changePart(part => movedPart(part, plan.frame(), turn ? 0 : step[0], turn ? 0 : step[1], turn))
    } else return
    event.preventDefault()
    plan.drawPlan()
  }

  return {
    draft: () => draft,
    isDragging: () => dragged !== null,
    shown() {
      const by = dragged?.by
      if (!by || !plan.site) return plan.proposal()
      const {parts} = plan.proposal()
      return {
        ...plan.proposal(),
        parts: parts.map((part, index) =>
          index === plan.part ? movedPart(part, plan.frame(), ...by) : part,
        ),
      }
    },
    startDrawing: () => begin(false),
    finishDrawing,
    askPlace(found) {
      onPlace = found
      begin(true)
    },
  }
}
