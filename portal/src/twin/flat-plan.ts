import {type AskedOrbit, type Box, placeBeside} from '@hromada/twin/layers'
import {drawPlan} from './draw-plan.ts'
import {element} from './element.ts'
import {boxOf} from './open-scene.ts'
import type {Page} from './page.ts'

/**
 * What is shown as a flat plan in place of the canvas: of the whole city, or of where a link or a slide looks, with a
 * button for the whole city.
 */
export function drawFlatPlan(page: Page, asked: AskedOrbit | null, onHome: () => void): void {
  const {host, setup, store, switches, selected, t} = page
  const all = setup.layers.flatMap(({table}) => store.loaded(table) ?? [])
  const shown = all
    .filter(({layer}) => switches.isShown(layer.table))
    .map(({layer}) => ({layer, ...store.visible(layer.table)}))
  const box = asked ? boxSeen(asked) : boxOf(all)
  if (!box) return
  drawPlan(host, shown, box, selected)
  if (!asked) return
  const home = element('button', {type: 'button', class: 'twin-plan-home'}, t.home)
  home.addEventListener('click', onHome)
  host.append(home)
}

/** What a camera sees of the ground, as a square around what it looks at: about as wide as it is distant. */
function boxSeen({rangeMetres, ...place}: AskedOrbit): Box {
  const half = rangeMetres / 2
  const [low, high] = [placeBeside(place, -half, -half), placeBeside(place, half, half)]
  return [low.lon, low.lat, high.lon, high.lat]
}
