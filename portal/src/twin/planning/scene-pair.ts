import {keyAction, type Move} from '@hromada/twin/layers'
import {element} from '../element.ts'
import {hasWebGl, type Scene} from '../open-scene.ts'
import {instantOf} from './instant-of.ts'
import type {Plan} from './plan.ts'
import {sceneOf} from './scene-of.ts'
import {placeOf} from './shape-footprint.ts'
import {clockOf} from './sun-words.ts'
import {towardsSun} from './towards-sun.ts'

const sides = ['left', 'right'] as const
type Side = (typeof sides)[number]

/** After the last hand on a view, its camera may still glide for so long. */
const glideMilliseconds = 900

const moves: Record<string, Move> = {
  in: {move: 'zoom', in: 1},
  out: {move: 'zoom', in: -1},
  left: {move: 'turn', right: -1},
  right: {move: 'turn', right: 1},
  up: {move: 'tilt', up: 1},
  down: {move: 'tilt', up: -1},
}

/**
 * Two scenes of their own side by side, one camera and one sun for both, each with a variant or with what stands today.
 * They are opened when asked for and closed again, as two scenes take what one does twice. What it returns draws both.
 */
export function startScenePair(plan: Plan): () => void {
  const {at, input, page, t} = plan
  const words = t.pair
  const canDraw = hasWebGl()
  let scenes: Record<Side, Scene> | null = null
  let leading: Side = 'left'
  let until = 0
  let isFollowing = false
  let isOpening = false
  const isChosen = {left: false, right: false}

  at('pair-switch').addEventListener('click', () => void (scenes ? close() : open()))
  for (const side of sides) {
    input(`pair-${side}-choice`).addEventListener('change', () => {
      isChosen[side] = true
      draw()
    })
    const host = at(`pair-${side}`)
    const lead = () => {
      leading = side
      until = performance.now() + glideMilliseconds
      if (!isFollowing) follow()
    }
    for (const event of ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const)
      host.addEventListener(event, lead, {passive: true})
    host.addEventListener('pointerdown', () => host.focus({preventScroll: true}))
    host.addEventListener('keydown', event => {
      const action = keyAction(event)
      if (!action || !scenes) return
      event.preventDefault()
      if (action.do === 'move') scenes[side].twin.move(action.move)
      else if (action.do === 'home') goHome()
      else if (action.do === 'leave') host.blur()
    })
  }
  for (const [name, move] of Object.entries(moves))
    at(`pair-move-${name}`).addEventListener('click', () => {
      scenes?.[leading].twin.move(move)
      match()
    })
  input('pair-clock').addEventListener('input', () => {
    plan.settings = {...plan.settings, minute: input('pair-clock').valueAsNumber}
    plan.redraw()
  })

  async function open(): Promise<void> {
    if (isOpening) return
    isOpening = true
    at('pair-scenes').hidden = false
    say(words.opening)
    const opened: Scene[] = []
    try {
      for (const side of sides)
        opened.push(
          await page.openScene(at(`pair-${side}`), {
            moved: () => {
              if (side === leading) match()
            },
            fault: () => {
              close()
              say(words.failed)
            },
          }),
        )
      scenes = {left: opened[0]!, right: opened[1]!}
      say('')
      goHome()
      draw()
    } catch {
      for (const {twin} of opened) twin.close()
      close()
      say(words.failed)
    }
    isOpening = false
  }

  function close(): void {
    for (const side of sides) {
      scenes?.[side].twin.close()
      at(`pair-${side}`).replaceChildren()
    }
    scenes = null
    at('pair-scenes').hidden = true
    draw()
  }

  function goHome(): void {
    const [lon, lat] = placeOf(plan.body())
    const tallest = Math.max(
      ...plan.variants.flatMap(({parts}) => parts.map(({heightMetres}) => heightMetres)),
    )
    const {twin} = scenes![leading]
    twin.goTo({
      ...{lon, lat, heightMetres: twin.groundAt(lon, lat) + tallest / 3},
      ...{headingDegrees: 20, pitchDegrees: -35, rangeMetres: Math.max(220, 7 * tallest)},
    })
    match()
  }

  /** The other camera takes the place of the leading one. */
  function match(): void {
    if (!scenes) return
    const other = leading === 'left' ? 'right' : 'left'
    const [from, to] = [scenes[leading].twin.pose(), scenes[other].twin.pose()]
    if (JSON.stringify(from) !== JSON.stringify(to)) scenes[other].twin.take(from)
  }

  function follow(): void {
    isFollowing = scenes !== null && performance.now() < until
    if (!isFollowing) return
    match()
    requestAnimationFrame(follow)
  }

  function draw(): void {
    const {site, variants, settings} = plan
    at('pair').hidden = !canDraw || !site
    at('pair-switch').textContent = scenes ? words.close : words.open
    at('pair-switch').setAttribute('aria-expanded', String(scenes !== null))
    if (!site) return
    input('pair-clock').value = String(settings.minute)
    input('pair-clock').setAttribute('aria-valuetext', clockOf(settings.minute))
    at('pair-time').textContent = clockOf(settings.minute)
    const names = [t.today, ...variants.map((_, index) => plan.nameOf(index))]
    const instant = instantOf(settings.day, settings.minute, page.setup.zone)
    const table = page.setup.layers.find(({kind}) => kind === 'buildings')?.table ?? ''
    for (const [index, side] of sides.entries()) {
      const choice = at(`pair-${side}-choice`) as HTMLSelectElement
      // Until somebody chooses: the newest on the right, and the one before it, or today, on the left.
      const chosen = isChosen[side] ? Number(choice.value) : names.length - 2 + index
      choice.replaceChildren(...names.map((name, i) => element('option', {value: String(i)}, name)))
      const known = Math.min(chosen, names.length - 1)
      choice.value = String(known)
      at(`pair-${side}`).setAttribute('aria-label', words.scene(names[known]!))
      const variant = variants[known - 1]
      const shown =
        variant && sceneOf(variant, null, {site, overlay: 'lost', viewpoint: 0, t, host: at('host')})
      scenes?.[side].twin.propose(table, shown ?? null)
      scenes?.[side].twin.sunlight(towardsSun(instant, site))
      scenes?.[side].twin.show('map', false)
    }
  }

  function say(text: string): void {
    at('pair-state').textContent = text
    if (text) page.say(text)
  }

  return draw
}
