import {Coverage} from './coverage.ts'
import {type Grid, sample} from './grid.ts'
import {inFrame, type MapScene, outsideOf, type Shapes} from './map-scene.ts'
import {
  areaStyles,
  bridgeCasing,
  buildingColour,
  crownColour,
  landColour,
  type Rgb,
  roadStyles,
  shadeColour,
  shallowColour,
  shoreColour,
  sunColour,
  treeColour,
} from './map-style.ts'
import {shadesFromPixelsPerMetre} from './shades.ts'
import {sun} from './sun.ts'
import {type TileKey, tileBox, tilePixels} from './tile-grid.ts'

/** What is painted, and what is known of the ground; the same for every tile. */
export type MapParts = {scene: MapScene; light: Grid | null; sea: Grid | null}

/** Beyond what is known the map fades away over this many metres. */
export const fadeMetres = 2600

const size = tilePixels
const coverage = new Coverage(size, size)

/**
 * One tile as red, green, blue, alpha bytes, row by row from the north-west. Every tile is painted by itself, in whatever order,
 * from the same parts, so that neighbours meet without a seam.
 */
export function paintTile({scene, light, sea}: MapParts, tile: TileKey): Uint8Array {
  const [lonWest, latSouth, lonEast, latNorth] = tileBox(tile)
  const [west, south] = inFrame(scene.frame, lonWest, latSouth)
  const [east, north] = inFrame(scene.frame, lonEast, latNorth)
  const [perX, perY] = [size / (east - west), size / (north - south)]
  const perMetre = Math.sqrt(perX * perY)
  const {box} = scene
  const fringeMetres = Math.min(mostFringeMetres, 0.05 * Math.min(box[2]! - box[0]!, box[3]! - box[1]!))
  const pixels = new Uint8Array(size * size * 4)
  for (let i = 0; i < pixels.length; i += 4) {
    pixels[i] = landColour[0]
    pixels[i + 1] = landColour[1]
    pixels[i + 2] = landColour[2]
    pixels[i + 3] = 255
  }

  // Land, its relief, then water, which is flat.
  const areasHere = thingsIn(scene.areas)
  for (const isWater of [false, true]) {
    areaStyles.forEach(({colours, isSea}, style) => {
      if (Boolean(areaStyles[style]!.isWater) !== isWater) return
      for (const area of areasHere) {
        if (scene.areaStyle[area] !== style) continue
        addRings(scene.areas, area)
        if (isSea && sea) paintSea(sea, colours[0]!)
        else paint(colours[scene.areaColour[area]! % colours.length]!, 1)
      }
    })
    if (!isWater && light) paintLight(light)
  }
  for (const area of areasHere)
    if (areaStyles[scene.areaStyle[area]!]?.isWater) {
      addOutline(scene.areas, area, Math.max(1.1 / perMetre, 1.4))
      paint(shoreColour, 0.55)
    }

  paintRoads()
  paintShades()
  paintTrees()
  for (const building of thingsIn(scene.buildings)) addRings(scene.buildings, building)
  paint(buildingColour, 1)
  fadeOut()
  return pixels

  /** Things that come near enough to the tile to leave something on it: a shadow, a casing. */
  function thingsIn({boxes}: Shapes, marginMetres = 60): number[] {
    const found: number[] = []
    for (let thing = 0; thing * 4 < boxes.length; thing++) {
      const at = thing * 4
      if (
        boxes[at]! < east + marginMetres &&
        boxes[at + 1]! < north + marginMetres &&
        boxes[at + 2]! > west - marginMetres &&
        boxes[at + 3]! > south - marginMetres
      )
        found.push(thing)
    }
    return found
  }

  function edge(ax: number, ay: number, bx: number, by: number): void {
    coverage.edge((ax - west) * perX, (north - ay) * perY, (bx - west) * perX, (north - by) * perY)
  }

  function addRings({coordinates, rings, things}: Shapes, thing: number, offX = 0, offY = 0): void {
    for (let ring = things[thing]!; ring < things[thing + 1]!; ring++) {
      const [start, end] = [rings[ring]!, rings[ring + 1]!]
      for (let i = start, j = end - 2; i < end; j = i, i += 2)
        edge(
          coordinates[j]! + offX,
          coordinates[j + 1]! + offY,
          coordinates[i]! + offX,
          coordinates[i + 1]! + offY,
        )
    }
  }

  /** A stroke along every ring, half of it on each side. */
  function addOutline({coordinates, rings, things}: Shapes, thing: number, metres: number): void {
    for (let ring = things[thing]!; ring < things[thing + 1]!; ring++) {
      const [start, end] = [rings[ring]!, rings[ring + 1]!]
      for (let i = start, j = end - 2; i < end; j = i, i += 2)
        addStroke(coordinates[j]!, coordinates[j + 1]!, coordinates[i]!, coordinates[i + 1]!, metres)
    }
  }

  function addStroke(ax: number, ay: number, bx: number, by: number, metres: number): void {
    const [dx, dy] = [bx - ax, by - ay]
    const length = Math.sqrt(dx * dx + dy * dy)
    if (length === 0) return
    const [sideX, sideY] = [(-dy / length) * (metres / 2), (dx / length) * (metres / 2)]
    edge(ax - sideX, ay - sideY, bx - sideX, by - sideY)
    edge(bx - sideX, by - sideY, bx + sideX, by + sideY)
    edge(bx + sideX, by + sideY, ax + sideX, ay + sideY)
    edge(ax + sideX, ay + sideY, ax - sideX, ay - sideY)
  }

  function addDisc(
    x: number,
    y: number,
    radius: number,
    corners: readonly (readonly [number, number])[],
  ): void {
    let [lastX, lastY] = corners[corners.length - 1]!
    for (const [cornerX, cornerY] of corners) {
      edge(x + lastX * radius, y + lastY * radius, x + cornerX * radius, y + cornerY * radius)
      lastX = cornerX
      lastY = cornerY
    }
  }

  function paint([red, green, blue]: Rgb, opacity: number): void {
    coverage.paint(pixels, red, green, blue, opacity)
  }

  function paintSea(far: Grid, deep: Rgb): void {
    coverage.flush((pixel, covered) => {
      const x = west + ((pixel % size) + 0.5) / perX
      const y = north - (Math.floor(pixel / size) + 0.5) / perY
      const out = Math.max(0, Math.min(1, (sample(far, x, y) - 0.42) / 0.56))
      // In steps that nobody sees, so that a tile of water stays small.
      const depth = Math.round(out * (2 - out) * 40) / 40
      const at = pixel * 4
      for (let channel = 0; channel < 3; channel++) {
        const colour = shallowColour[channel]! + (deep[channel]! - shallowColour[channel]!) * depth
        pixels[at + channel] = pixels[at + channel]! + (colour - pixels[at + channel]!) * covered + 0.5
      }
    })
  }

  function paintLight(grid: Grid): void {
    // Light changes over many metres: where pixels are small, four share one.
    const block = perMetre > 0.25 ? 2 : 1
    for (let row = 0; row < size; row += block)
      for (let column = 0; column < size; column += block) {
        const bright = sample(grid, west + (column + block / 2) / perX, north - (row + block / 2) / perY)
        const step = Math.round(Math.max(-1, Math.min(1, (bright - 1) * 1.5)) * 24) / 24
        if (step === 0) continue
        // Shade is blue, sunlight is warm.
        const share = step < 0 ? step * -0.3 : step * 0.5
        const colour = step < 0 ? shadeColour : sunColour
        for (let line = row; line < row + block; line++)
          for (let at = (line * size + column) * 4, end = at + block * 4; at < end; at += 4) {
            pixels[at] = pixels[at]! + (colour[0] - pixels[at]!) * share + 0.5
            pixels[at + 1] = pixels[at + 1]! + (colour[1] - pixels[at + 1]!) * share + 0.5
            pixels[at + 2] = pixels[at + 2]! + (colour[2] - pixels[at + 2]!) * share + 0.5
          }
      }
  }

  function paintRoads(): void {
    const roads = thingsIn(scene.roads)
    const isWide = (metres: number) => metres * perMetre > 2.5
    for (const onBridge of [0, 1])
      for (const isCasing of [true, false])
        roadStyles.forEach(({metres, leastPixels, fill, casing}, style) => {
          const pixelsWide = metres * perMetre
          if (leastPixels === null && pixelsWide < 1.1) return
          if (isCasing && (!casing || pixelsWide < 1.8)) return
          const width = Math.max(pixelsWide, leastPixels ?? 0) / perMetre
          const drawn = isCasing ? width + Math.max(1.6 / perMetre, onBridge ? 3 : 1.4) : width
          for (const road of roads)
            if (scene.roadStyle[road] === style && scene.isBridge[road] === onBridge)
              addLine(road, drawn, !onBridge)
          const colour = isCasing ? (onBridge ? bridgeCasing : casing!) : fill
          paint(
            colour,
            isWide(metres) ? 1 : Math.max(0.35, Math.min(1, pixelsWide / Math.max(1, leastPixels ?? 1))),
          )
        })
  }

  function addLine(road: number, metres: number, isRound: boolean): void {
    const {coordinates, rings, things} = scene.roads
    for (let ring = things[road]!; ring < things[road + 1]!; ring++) {
      const [start, end] = [rings[ring]!, rings[ring + 1]!]
      for (let i = start + 2; i < end; i += 2)
        addStroke(coordinates[i - 2]!, coordinates[i - 1]!, coordinates[i]!, coordinates[i + 1]!, metres)
      if (!isRound || metres * perMetre < 1.5) continue
      for (let i = start; i < end; i += 2) addDisc(coordinates[i]!, coordinates[i + 1]!, metres / 2, twelve)
    }
  }

  /** Shadows of houses as the sun of the scene throws them, softer at their ends, and the dusk around their feet. */
  function paintShades(): void {
    if (perMetre < shadesFromPixelsPerMetre) return
    const houses = thingsIn(scene.buildings)
    if (perMetre > 0.4)
      for (const wide of [5, 2.4]) {
        for (const house of houses) addOutline(scene.buildings, house, wide)
        paint(shadeColour, 0.07)
      }
    for (const share of [1, 0.8]) {
      for (const house of houses) addShadow(house, share)
      paint(shadeColour, 0.15)
    }
  }

  function addShadow(house: number, share: number): void {
    const reach = (Math.min(60, scene.buildingMetres[house]!) / sun.up) * share
    const [offX, offY] = [-sun.east * reach, -sun.north * reach]
    const {coordinates, rings, things} = scene.buildings
    addRings(scene.buildings, house, offX, offY)
    for (let ring = things[house]!; ring < things[house + 1]!; ring++) {
      const [start, end] = [rings[ring]!, rings[ring + 1]!]
      for (let i = start, j = end - 2; i < end; j = i, i += 2) {
        const [ax, ay, bx, by] = [coordinates[j]!, coordinates[j + 1]!, coordinates[i]!, coordinates[i + 1]!]
        // Every wall's strip turns the way the roof does, so that strips join instead of cutting one another out.
        const isLeft = (bx - ax) * offY - (by - ay) * offX > 0
        const [fromX, fromY, toX, toY] = isLeft ? [ax, ay, bx, by] : [bx, by, ax, ay]
        edge(fromX, fromY, toX, toY)
        edge(toX, toY, toX + offX, toY + offY)
        edge(toX + offX, toY + offY, fromX + offX, fromY + offY)
        edge(fromX + offX, fromY + offY, fromX, fromY)
      }
    }
  }

  function paintTrees(): void {
    if (perMetre < shadesFromPixelsPerMetre) return
    const {trees} = scene
    const here: number[] = []
    for (let i = 0; i < trees.length; i += 4)
      if (
        trees[i]! > west - 20 &&
        trees[i]! < east + 20 &&
        trees[i + 1]! > south - 20 &&
        trees[i + 1]! < north + 20
      )
        here.push(i)
    const corners = perMetre > 0.5 ? twelve : six
    if (perMetre > 0.4) {
      for (const i of here) {
        const reach = trees[i + 3]! * 0.55
        addDisc(trees[i]! - sun.east * reach, trees[i + 1]! - sun.north * reach, trees[i + 2]!, corners)
      }
      paint(shadeColour, 0.16)
    }
    for (const i of here) addDisc(trees[i]!, trees[i + 1]!, trees[i + 2]!, corners)
    paint(treeColour, 0.82)
    if (perMetre < 0.4) return
    for (const i of here) {
      const radius = trees[i + 2]!
      addDisc(
        trees[i]! + sun.east * radius * 0.3,
        trees[i + 1]! + sun.north * radius * 0.3,
        radius * 0.55,
        six,
      )
    }
    paint(crownColour, 0.45)
  }

  function openSea(column: number, row: number): number {
    if (!sea) return 0
    return smooth((sample(sea, west + (column + 0.5) / perX, north - (row + 0.5) / perY) - 0.44) / 0.12)
  }

  /** Towards the edge of what is known all becomes plain; beyond it the map fades away. */
  function fadeOut(): void {
    const corners = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ] as const
    if (corners.every(([x, y]) => outsideOf(scene.sides, x, y) < -fringeMetres)) return
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++) {
        const outside = outsideOf(scene.sides, west + (column + 0.5) / perX, north - (row + 0.5) / perY)
        if (outside < -fringeMetres) continue
        const at = (row * size + column) * 4
        const left = Math.max(0, Math.min(1, 1 - (outside + fringeMetres) / (fadeMetres + fringeMetres)))
        pixels[at + 3] = Math.round(left * left * (3 - 2 * left) * 51) * 5
        const plain = smooth((outside + fringeMetres) / fringeMetres) * (1 - openSea(column, row))
        if (plain === 0) continue
        for (let channel = 0; channel < 3; channel++)
          pixels[at + channel] =
            pixels[at + channel]! + (landColour[channel]! - pixels[at + channel]!) * plain + 0.5
      }
  }
}

/** How far from the edge of what is known it begins to become plain: less in a small place. */
const mostFringeMetres = 350

/** From 0 to 1 without a kink. */
function smooth(value: number): number {
  const inside = Math.max(0, Math.min(1, value))
  return inside * inside * (3 - 2 * inside)
}

/** Corners of a circle's polygon, counter-clockwise. */
const circle = (corners: number) =>
  Array.from({length: corners}, (_, i) => {
    const angle = (2 * Math.PI * (i + 0.5)) / corners
    return [Math.cos(angle), Math.sin(angle)] as const
  })
const [six, twelve] = [circle(6), circle(12)]
