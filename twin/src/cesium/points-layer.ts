import {
  BlendOption,
  Cartesian3,
  Color,
  HorizontalOrigin,
  type Label,
  LabelCollection,
  NearFarScalar,
  type PointPrimitive,
  PointPrimitiveCollection,
  type Scene,
  SceneTransforms,
  VerticalOrigin,
} from '@cesium/engine'
import {type Cluster, clusters} from '../layers/clusters.ts'
import {dotSize} from '../layers/dot-size.ts'
import {isAstray} from '../layers/is-astray.ts'
import type {Room} from '../layers/labels.ts'
import type {Item, ItemKey} from '../layers/layer.ts'
import {throughWalls} from '../layers/through-walls.ts'

/** Dots of one layer. Each carries its key, so that a picked one leads to its row; one for many carries their box. */
export type PointsLayer = {
  paint(colour: string, halo: string, selected?: {key: string; colour: string}): void
  show(on: boolean): void
  /** Hides what is behind a wall and not near, as for one who walks there; from the air nothing is to be lost. */
  walled(on: boolean): void
  /** Gathers dots that would cover one another into one with their number; says what room they take. */
  arrange(): Room[]
  remove(): void
}

/** Many rows under one dot. */
export type Gathered = {gathered: Item[]}

/** The engine asks for the picture of a digit in a frame, takes it in the next, places it in the one after. */
const framesOfANumber = 4
/** What lies astray is seen from as near as one who opens it comes. */
const nearAlone = new NearFarScalar(20_000, 1, 30_000, 0)
/** More are seen as a crowd rather than counted. */
const mostCounted = 1500
const apartPixels = 44

/**
 * Adds a dot per item, a little above the ground, drawn over everything until it is `walled`. With
 * `colours`, by key, each dot has its own; one for many keeps it where they all agree.
 */
export function addPoints(
  scene: Scene,
  items: Item[],
  groundAt: (lon: number, lat: number) => number,
  colours: ReadonlyMap<string, string> | null,
  middle: {lon: number; lat: number},
): PointsLayer {
  const isCounted = items.length <= mostCounted
  // Dots are drawn after all that is opaque: so names and numbers, which are, stay over them.
  const dots = scene.primitives.add(
    new PointPrimitiveCollection({blendOption: BlendOption.TRANSLUCENT}),
  ) as PointPrimitiveCollection
  const counts = scene.primitives.add(new LabelCollection({scene})) as LabelCollection
  let over = {disableDepthTestDistance: throughWalls('dots', false)}
  const places = items.map(({layer, key, lon, lat}) => {
    const id: ItemKey = {layer, key}
    const position = Cartesian3.fromDegrees(lon, lat, groundAt(lon, lat) + 2)
    // A slip in a register puts a row far beyond the horizon's haze, where its dot would hang in the sky.
    const far = isAstray({lon, lat}, middle) ? {translucencyByDistance: nearAlone} : {}
    return {key, id, position, far, dot: dots.add({position, id, ...over, ...far}) as PointPrimitive}
  })
  const {pixels, rimPixels, opacity} = dotSize(items.length, colours !== null)
  const centred = {
    font: '600 11px "Golos Text", system-ui, sans-serif',
    horizontalOrigin: HorizontalOrigin.CENTER,
    verticalOrigin: VerticalOrigin.CENTER,
  }
  const numbers = new Map<PointPrimitive, Label>()
  let look: Parameters<PointsLayer['paint']> = ['#000', '#fff']
  let framesToCome = 0
  let shown: Cluster[] = items.map((_, index) => ({x: 0, y: 0, members: [index]}))

  const stop = scene.postRender.addEventListener(() => {
    if (framesToCome-- > 0) scene.requestRender()
  })

  /** Draws each dot alone, or large with the number of those it stands for. */
  function draw(): void {
    const [colour, halo, selected] = look
    const [fill, rim, chosen] = [colour, halo, selected?.colour ?? colour].map(css =>
      Color.fromCssColorString(css),
    ) as [Color, Color, Color]
    fill.alpha = opacity
    const own = new Map([...new Set(colours?.values())].map(css => [css, Color.fromCssColorString(css)]))
    for (const each of own.values()) each.alpha = opacity
    const fillOf = (members: number[]) => {
      const all = new Set(members.map(member => colours?.get(places[member]!.key)))
      const [only = ''] = all
      return (all.size === 1 && own.get(only)) || fill
    }
    for (const {dot} of places) dot.show = false
    for (const number of numbers.values()) number.show = false
    let isNew = false
    for (const {members} of shown) {
      const {dot, id, far} = places[members[0]!]!
      const isSelected = members.some(member => places[member]!.key === selected?.key)
      const many = members.length > 1
      const gathered: Gathered = {gathered: members.map(member => items[member]!)}
      dot.show = true
      dot.id = many ? gathered : id
      dot.color = isSelected ? chosen : fillOf(members)
      dot.outlineColor = rim
      dot.outlineWidth = isSelected ? 3 : rimPixels
      dot.pixelSize = many ? 13 + 3 * String(members.length).length : isSelected ? 16 : pixels
      if (!many) continue
      // Numbers are kept: the engine makes a picture of each digit, and shows a new one some frames later.
      const number =
        numbers.get(dot) ?? (counts.add({...centred, ...over, ...far, position: dot.position}) as Label)
      numbers.set(dot, number)
      number.show = true
      number.id = gathered
      if (number.text !== String(members.length)) isNew = true
      number.text = String(members.length)
      number.fillColor = rim
    }
    scene.requestRender()
    if (isNew) framesToCome = framesOfANumber
  }

  return {
    paint(...colours) {
      look = colours
      draw()
    },
    show(on) {
      dots.show = on
      counts.show = on
      scene.requestRender()
    },
    walled(on) {
      over = {disableDepthTestDistance: throughWalls('dots', on)}
      for (const each of [...places.map(({dot}) => dot), ...numbers.values()]) Object.assign(each, over)
      scene.requestRender()
    },
    arrange() {
      if (!isCounted || !dots.show) return []
      const {clientWidth, clientHeight} = scene.canvas
      const onPicture = places.map(({position}) => {
        const at = SceneTransforms.worldToWindowCoordinates(scene, position)
        const isIn = at && at.x > -40 && at.y > -40 && at.x < clientWidth + 40 && at.y < clientHeight + 40
        return isIn ? {x: at.x, y: at.y} : null
      })
      shown = clusters(onPicture, apartPixels)
      draw()
      return shown.map(({x, y, members}) => {
        const size = members.length > 1 ? 22 : pixels + 4
        return {x, y, width: size, height: size}
      })
    },
    remove() {
      stop()
      scene.primitives.remove(dots)
      scene.primitives.remove(counts)
      scene.requestRender()
    },
  }
}
